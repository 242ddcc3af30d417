"""A small library in an empty home: a few seeds, USDA's compact tables among them."""

from pathlib import Path

import pytest

from tracker import resources
from tracker.library.opening import open_library
from tracker.settings import Settings

FOODS = """\
key,name,aliases,group,diet,state,origin,per_amount,per_unit,low_mcg,best_mcg,high_mcg,\
printed,source,source_id,confidence,market,note
egg,egg,boiled egg|hen's egg,egg,vegetarian,cooked,food,50,g,0.24,0.56,0.6,\
~10,USDA SR Legacy 2018-04,173424,P,,hard-boiled
liver,beef liver,ox liver,organ-meat,other,,food,28.35,g,20.0,23.6,open,>1000,article,,C,,
soy-milk,soy milk,soya milk,milk,vegan,,food,100,g,0,0,0,,USDA,,P,,
soy-milk-fortified,fortified soy milk,,milk,vegan,,fortified,100,ml,0,0.38,1.2,,labels,,S,US,
mystery,durian puff,,fruit,vegan,,food,100,g,,,,,USDA,,P,,
"""
PORTIONS = """\
food_key,name,grams,millilitres,usual,source
egg,large,50,,1,USDA
egg,cup,136,236.588,0,USDA
soy-milk,cup,243,236.588,1,USDA
"""
SUPPLEMENTS = """\
key,name,aliases,strength_mcg,unit,form,route,source,source_id,confidence,note
cyano-1000,cyanocobalamin 1000 µg,cyano 1000,1000,tablet,cyanocobalamin,oral,NHANES,31,P,
spray,B12 spray,,500,spray,methylcobalamin,nasal,NHANES,32,P,by nose
"""
REFERENCES = """\
standard,life_stage,phase,from_months,to_months,kind,ear_mcg,amount_mcg,confidence,source,note
iom-1998,0-6 months,none,0,6,AI,,0.4,P,NBK114316,
iom-1998,adult,none,6,,RDA,2,2.4,P,NBK114316,
uk-1991,lactation,lactation,,,RNI,,2.0,U,COMA,quoted
"""
USDA_COLUMNS = (
    "key,name,category,diet,fortified,state,market,ng_per_100g,added_ng_per_100g,portions\n"
)
FNDDS = (
    USDA_COLUMNS
    + """\
fndds:11111000,"Milk, whole",Milk,vegetarian,,,US,540,0,cup=244|*fl oz=30.5
fndds:14110050,"Cheese, paneer",Cheese,vegetarian,,,US,1500,0,*slice=28
fndds:72125310,Palak Paneer,Vegetables,vegetarian,,cooked,US,400,0,cup=240
fndds:11350000,Oat milk,Plant milk,vegan,1,,US,500,500,*cup=240
"""
)
SR_LEGACY = (
    USDA_COLUMNS
    + """\
sr:171287,"Egg, whole, raw, fresh",Dairy and Egg Products,vegetarian,,raw,US,890,,*large=50
sr:167512,"Biscuits, refrigerated dough",Baked Products,vegetarian,,,US,,,
"""
)
FILES = {
    "foods.csv": FOODS,
    "portions.csv": PORTIONS,
    "supplements.csv": SUPPLEMENTS,
    "reference_intakes.csv": REFERENCES,
    "usda_fndds.csv": FNDDS,
    "usda_sr_legacy.csv": SR_LEGACY,
}


@pytest.fixture(autouse=True)
def seeds(tmp_path, monkeypatch) -> Path:
    """The folder of the seeds, and a cache of the test's own."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    real = resources.folder
    monkeypatch.setattr(resources, "folder", lambda name: folder if name == "seeds" else real(name))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return folder


@pytest.fixture
def library(seeds):
    """The library of these seeds."""
    with open_library(Settings()) as opened:
        yield opened
