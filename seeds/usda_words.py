"""The words and categories of USDA's tables by which `usda_diet.py` tells who eats a food."""

from __future__ import annotations

import re


def _words(*groups: str) -> re.Pattern[str]:
    """A pattern of whole words; `~` at the end of one lets it go on."""
    words = " ".join(groups).split()
    plain = (word.replace("_", "[ -]").replace("~", r"\w*") for word in words)
    return re.compile(r"\b(?:" + "|".join(plain) + r")\b")


PLANT = re.compile(
    r"\b(?:"
    r"(?:pea)?nut butters?|(?:almond|cashew|pecan|sesame|seed|soy nut|apple|fruit|pumpkin|plum|"
    r"prune|pear|cocoa|shea ?nut|ucuhuba|cupu assu)\s?butters?|butters?, peanut|"
    r"butternuts?|butter[ -]?beans?|butterbur|butterhead|buttercup|butter lettuce|"
    r"(?:soy|almonds?|coconut|rice|oat|cashew|hemp|hazelnut|flax|pea|macadamia|non-?dairy|"
    r"plant-based) milks?(?:, chocolate)?|soymilks?(?:,? chocolate(?: and other flavors)?)?|"
    r"silk (?:light )?(?:chocolate|mocha|nog)|bone health|milk,? (?:soy|almond|coconut|rice|oat)|"
    r"(?:soy|almond|coconut|oat) yogurts?|tofu yogurt|yogurt, (?:coconut|almond|oat) milk|"
    r"yogurt, soy|"
    r"yogurt, non-?dairy|(?:dressing|mayonnaise), made with tofu|vegan mayonnaise|"
    r"coconut cream|creamed coconut|cream of (?:tartar|wheat|rice|coconut)|"
    r"cream style|cream[ -]style|cream soda|creme de menthe|"
    r"silk (?:\w+ )*creamer|(?:soy|bean) ?curd|soybean,? curd(?: cheese)?|soybean curd cheese|"
    r"kidney beans?|beans?, kidney|eggplants?|egg plant|"
    r"mushrooms?,? oyster|oyster mushrooms?|oyster ?plant|horse-?radish(?:-tree)?|horse gram|"
    r"crab ?apples?|gooseberr(?:y|ies)|hearts? of palm|palm hearts?|artichoke hearts?|"
    r"(?:celery|romaine) hearts?|beefsteak tomato(?:es)?|lambs? ?quarters|lambsquarters|"
    r"lamb's lettuce|pigeon ?peas?|cow ?peas?|chick ?peas?|chickweed|hog plums?|duck sauce|"
    r"(?:black )?turtle beans?|beans, black turtle|beaver ?tail cactus|"
    r"honeydews?|(?:coconut|nut|melon) meats?|nutmeats?|meat extender|"
    r"(?:ham|cheese)?burger (?:buns?|rolls?)|hot ?dog (?:buns?|rolls?)|"
    r"rolls, hamburger or hot ?dog|hamburger or hot ?dog|goat ?weed|elephant[ -]ears?|"
    r"(?:dragon|monkey|goat) ?fruit|cattail|cats? ?tail|mouse nuts|buffalo ?berr(?:y|ies)|"
    r"sea ?weed|laver|irish ?moss|custard[ -]apples?|bullock's[ -]heart|grated meat|"
    r"peppers?, (?:hot )?chili|chili peppers?|cape cod|cookies?, animal|animal crackers|"
    r"chili (?:powder|sauce)|curry powder|poultry seasoning|"
    r"steak (?:cut|fries)|vegetable oyster|squash, summer, scallop|hawaiian style, pickled|"
    r"pickle relish, (?:hamburger|hot dog)|(?:rice|popcorn|corn) cakes?|no dressing|"
    r"(?:latte|cappuccino)(?=.*, with non-dairy milk(?! and whipped))|"
    r"chard, swiss|swiss chard|danish, domestic|bread and butter pickles|"
    r"\(desiccated\), creamed|white, cake|pumpkin pie spice|vegetable broth|"
    r"creamy original soymilk|sushi roll,? (?:vegetable|avocado)|taco shells?|"
    r"not? (?:added )?(?:butter|cheese|meats?|milk|dairy|eggs?|honey)(?: added)?|"
    r"without (?:added )?(?:butter|cheese|meats?|milk|dairy|eggs?|ham|honey)|"
    r"(?:made )?without eggs?|egg-?less|egg-free|dairy-free|non-?dairy|meat-?less"
    r")\b"
)
"""Plants that sound like animals, and what a food is without: taken out of the name first."""

MOCK = re.compile(
    r"meat-?less|vegetarian|vegan\b|veggie|soyburger|no meat|without meat|plant-based|"
    r"meat substitute|meat extender|vegetable (?:burger|patty)"
)
"""Foods named after meat that hold none."""

STILL_BROTH_OR_LARD = re.compile(r"\bpho\b|pad thai|tamale")
"""Dishes that hold broth, fish sauce or lard where the meat is left out."""

ANIMAL = _words(
    "beef~ steaks? veal pork porkchop ham hams bacon sausages? frankfurters? franks? wieners?",
    "weiners? hot_?dogs? hotdogs? corn_?dogs? corndogs? bologna salami pepperoni chorizo",
    "bratwurst",
    "knackwurst knockwurst kielbasa kielbassa liverwurst braunschweiger pastrami prosciutto",
    "capicola mortadella pancetta scrapple souse headcheese jerky meats? meaty meatballs?",
    "meatloaf mincemeat burgers? hamburgers? cheeseburgers? baconburgers? chickens? turkeys?",
    "ducks? duckling geese goose poultry hens? cornish quail pheasant ostrich emu squab guinea",
    "dove lambs? mutton venison deer elk moose bison buffalo caribou reindeer rabbit hare game",
    "bear beaver squirrel raccoon opossum muskrat boar horse antelope seal walrus whale owl frog",
    "turtle snails? escargot armadillo alligator livers? kidneys? tongues? tripe hearts? brains?",
    "giblets? gizzards? sweetbreads? chitterlings pate foie pancreas spleen lungs? thymus",
    "fish~ seafood salmon tuna cod codfish trout herring sardines? mackerel halibut haddock",
    "pollock pollack whiting tilapia catfish carp bass perch pike flounder sole snapper grouper",
    "swordfish sturgeon eels? smelts? shad anchov~ roe caviar surimi shellfish shrimps? prawns?",
    "crabs? crabmeat lobsters? crayfish crawfish clams? mussels? oysters? scallops? squid",
    "calamari octopus cuttlefish abalone conch whelk urchin jellyfish cockles? kippered lox",
    "gefilte sushi lard lardo tallow suet drippings fatback salt_pork pork_skins cracklings?",
    "cracklins? chicharron~ bones? bone_marrow marrow animal broths? bouillon consomme gravy",
    "gravies gelatins? gelatine jell-o jello marshmallows? gumm~ gumdrops? worcestershire caesar",
    "shredded_wheat,_flavored shredded_wheat,_lightly_frosted kimchi kim_chee bloody_mary",
    "ambrosia pad_thai demi_glace oxtails? pepperpot menudo pozole posole chop_suey",
    "gyros? souvlaki kabobs? kebabs? goulash stroganoff bolognese carne carnitas pastelitos?",
    "carbonara reuben sloppy_joe whopper mcnuggets nuggets tenders fajitas? quarter_pounder",
    "double_stack classic_double baconator mcrib filet-o-fish mcmuffin big_mac fat_back",
    "with_chili breakfast_pizza ns_as_to_filling",
    "muktuk agutuk kneel_down ascidians chiton sea_cucumber sea_lion oopah ham-?burger~",
)  # fmt: skip
"""Animals, their parts, and what is made with them."""

ONLY_OF_MILK = re.compile(
    r"\b(?:goats?|buffalo|sheep|cows?|reindeer|human|mother'?s)(?=[ ,']+(?:s )?(?:milk|cheese|"
    r"yogurt))|"
    r"(?<=milk, )(?:goat|sheep|indian buffalo|buffalo|human)|(?<=cheese, )goat|"
    r"\b(?:duck|goose|quail|turkey)(?=[ ,]+eggs?\b)|(?<=egg, )(?:duck|goose|quail|turkey)"
)
"""Animals that are named for their milk or eggs alone."""

MILK_OR_EGG = _words(
    "milks? milky milkshakes? buttermilk cheese~ cheez~ cheddar mozzarella parmesan ricotta",
    "romano",
    "feta brie gouda edam swiss provolone asiago roquefort camembert colby monterey queso paneer",
    "panir ghee butter~ margarine~ cream~ creme half_and_half yogurts? yoghurt kefir whey",
    "casein~",
    "lactose~ dairy custards? sherbets? eggs? eggnog nog omelets? omelettes? mayo~ meringues?",
    "honey~ alfredo ranch lattes? cappuccinos? mochas? macchiato au_gratin gratin scalloped",
    "quiches? souffles? pesto nougat fudge caramels? toffees? butterscotch chocolate~ malted",
    "puddings? crepes? pancakes? waffles? french_toast croissants? brioche challah cakes?",
    "cookies?",
    "brownies? pies? pastr~ doughnuts? donuts? danish muffins? biscuits? bechamel hollandaise",
    "tartar thousand_island tzatziki raita lassi leche batido licuado pollen royal_jelly",
    "fat_added ns_as_to_fat with_fat frosting frostings icing icings ladoo dulce coleslaw",
    "ns_as_to_milk restaurant fast_food school batter~ breaded tempura glazed rarebit nutella",
    "shakes? smoothies? instant_breakfast cocoa_mix ovaltine milo horlicks flan tiramisu",
    "strudel cobblers? crisp_dessert scones? popovers? rolls?_sweet sweet_rolls? cinnamon_rolls?",
    "potato,_mashed potatoes,_mashed mashed_potatoes mashed_cheddar stuffed casseroles? dips?",
    "dressings? parfaits? sundaes? kashi m&m's",
    "protein_bars? nog eclairs? creampuffs? fritters? hush_?puppies hushpuppies johnnycake",
    "spoonbread matzo_ball kugel kolache blintzes? puffs?_cream whipped topping chantilly",
    "isopure dinner dinners supreme queso pasteurized ensure boost carnation muscle_milk",
    "slim_fast",
    "sweetened_condensed yoplait sour_cream stuffing truffles? pralines? nestle confectioner's",
    "pre-lightened whitener french_vanilla cafe fizz alcoholic_coffee_drink fried_mushrooms upma",
    "fried_onion_rings trail_mix,_nfs granola eas cocktail_sauce barbecue_sauce bbq",
    "baileys kahlua white_russian grasshopper alexander",
)  # fmt: skip
"""Milk, egg and honey, what is made with them, and fat that could be butter."""

NEVER_SURE = _words(
    "puerto_rican shortening refried baked_beans soups? stews? chowders? chili tamales?",
    "pupusas? empanadas? samosas? potstickers? wontons? dumplings? ramen hawaiian frybread",
    "tacos? burritos? enchiladas? chimichangas? quesadillas? nachos taquitos? pizzas? lasagnas?",
    "ravioli cannelloni manicotti tortellini jambalaya gumbo paella spanish_rice rice-a-roni",
    "hamburger_helper dirty_rice pilaf dolma mole curry curries egg_rolls? spring_rolls? lo_mein",
    "chow_mein fried_rice beans,_baked babyfood,_dinner",
)  # fmt: skip
"""Dishes made with meat, broth or lard as often as without."""

SELF_MADE = re.compile(
    r"mushroom|tempeh|miso\b|yeast|beer\b|\bale\b|natto|seaweed|laver|spirulina|sauerkraut|"
    r"kiwifruit, zespri"
)
"""Fungi, ferments and algae hold traces of B12, or of what is taken for it, by themselves.

USDA also gives 0.08 µg for one kind of kiwifruit.
"""

OFTEN_FORTIFIED = re.compile(
    r"soymilk|soy milk|(?:almond|rice|oat|coconut|non-?dairy) milk|rice drink|coconut milk|"
    r"soy yogurt|(?:coconut|almond|oat) milk yogurt|yogurt, (?:coconut|almond)|tofu|energy drink|"
    r"red bull|monster|rockstar|sports? drink|powerade|gatorade|enhanced water|water, enhanced|"
    r"vitamin ?water|fruit punch|fruit flavored drink|water beverage|juice drink|acai blend|"
    r"cereals?\b|meatless|vegetarian (?:fillet|meatloaf)|meat extender|veggie burger|"
    r"hot dog, vegetarian|yeast extract|nutritional yeast|propel|acai berry drink|"
    r"grains? drink|babyfood, (?:cereal|multigrain)"
)
"""Plant foods to which makers add B12: in them it is no sign of an animal."""

MEATLESS_PLANTS = re.compile(
    r"beans, .*vegetarian|beans.*vegetarian$|^chili, vegetarian|vegetarian vegetable|"
    r"plant-based (?:milk|yogurt)|vegan mayonnaise"
)
"""Meatless dishes that are vegan as a rule; other meatless foods are often bound with egg."""

MEATLESS_DISH = re.compile(
    r"cheese|yogurt|\beggs?\b(?! rolls?| foo| drop)|^milk|^whey|paneer|souffle|spanakopita|"
    r"^vegetable curry|tofu and vegetables|^rice, (?:brown|white), with|gnocchi, potato|"
    r"^(?:macaroni or )?pasta salad|^macaroni or pasta salad|tzatziki|hollandaise|rarebit|"
    r"(?:ranch|spinach|artichoke|vegetable|onion|chipotle) dip|butter sauce|cream sauce|alfredo|"
    r"pesto|^pasta\b.*with (?:tomato|vegetable)"
)
"""Dishes that are made without meat where the name has none."""

SOUP = re.compile(r"\bsoups?\b", re.IGNORECASE)
MEATLESS_SOUP = re.compile(
    r"^(?:soup, |campbell's, )(?:cream of )?tomato(?!,? (?:rice|bisque|beef))"
)
"""Other soups may be made with broth."""

BEANS = re.compile(r"^Beans, peas")
WITH_FAT = re.compile(r"fat added|fast food|restaurant")
"""Beans are cooked with lard or bacon where other vegetables are with butter or oil."""

ANIMAL_CATEGORIES = re.compile(
    r"^(?:Beef|Ground beef|Pork|Lamb|Liver|Chicken|Poultry|Turkey|Fish$|Finfish|Shellfish|"
    r"Seafood|"
    r"Meat |Cold cuts|Bacon|Frankfurter|Sausages|Burgers|Deli|Baby food: meat|"
    r"Human milk|Quality Control)"
)
"""Categories of meat and fish; mock meat is not in them."""

DAIRY_AND_EGGS = re.compile(
    r"^(?:Dairy and Egg|Milk|Flavored milk|Yogurt|Cheese|Cottage|Cream|Eggs and omelets|"
    r"Ice cream|Pudding|Formula|Baby food: yogurt|Butter and|Mayonnaise|Margarine)"
)
"""Categories in which nothing is vegan."""

SWEET_OR_BAKED = re.compile(
    r"^(?:Baked Products|Sweets|Cakes|Cookies|Doughnuts|Biscuits|Pancakes|Candy|Cereal bars|"
    r"Nutrition bars|Crackers|Saltine|Pretzels|Rolls|Yeast breads|Bagels|Tortillas|Jams|"
    r"Breakfast Cereals|Ready-to-eat cereal|Oatmeal|Grits|Coffee|Tea$|Smoothies|Nutritional|"
    r"Protein and|Salad dressings|Fats and Oils|Snacks|Popcorn|Potato chips|Tortilla, corn|"
    r"Mashed|French fries|White potatoes|Fried vegetables|Beverages|Peanut butter and|"
    r"Macaroni and cheese|Cheese sandwiches|Gelatins|Liquor|Soft drinks|"
    r"Soy and meat-alternative|Plant-based|Vegetables and Vegetable|Coleslaw|Baby Foods|"
    r"Cereal Grains|"
    r"Baby food: snacks|Baby food: cereals|Fruits and|Legumes and|Pasta, noodles|Rice$)"
)
"""What is in these beside plants is milk, egg or honey, unless the name says more."""

PLANTS = re.compile(
    r"^(?:Spices|Fruits and|Vegetables and Vegetable|Nut and Seed|Nuts and seeds|Legumes and|"
    r"Cereal Grains|Beverages|Apple|Bananas|Beans, peas|Beer|Blueberries|Bottled|Broccoli|"
    r"Cabbage|Carrots|Citrus|Corn$|Diet |Dried fruits|Enhanced|Flavored or|Fruit drinks|Grapes|"
    r"Lettuce|Mango|Melons|Olives|Onions|Other (?:dark|diet|fruit|red|starchy|vegetables)|"
    r"Pasta, noodles|Peaches|Pears|Pineapple|Plant-based|Rice$|Soft drinks|Spinach|Sport|"
    r"Strawberries|String|Sugar|Tap|Tea$|Tomato|Vegetable juice|White potatoes|Wine|Tortillas|"
    r"Baby food: (?:fruit|vegetables|cereals)|Baby (?:juice|water)|Potato chips|Popcorn|"
    r"French fries|Liquor|Coffee$|Grits|Oatmeal|Fried vegetables|Vegetables on|"
    r"Mustard|Soy-based)"
)
"""Categories whose foods are plants, once animal words, milk, egg and evidence are excluded."""

VEGAN_ON_LISTS = (
    ("Breakfast Cereals|Ready-to-eat cereal", re.compile(
        r"corn ?flakes|bran flakes|raisin bran|all-bran|100% bran|shredded wheat|puffed|"
        r"rice krispies|"
        r"crisp(?:y|ed)? rice|rice,? crisp|(?:corn|rice|wheat) chex|^cereal, o's, plain|"
        r"cheerios\)?$|"
        r"grape-?nuts|total|wheaties|wheat germ|oat bran|muesli$|^cereals, (?:oats|corn grits|"
        r"farina|"
        r"wheatena|malt-o-meal, (?:original|plain)|whole wheat hot|cream of (?:wheat|rice))|"
        r"kix\)?$|"
        r"weetabix|product 19|wheat flakes|special k\)?$")),
    ("Baked Products|Yeast breads|Rolls|Bagels|Biscuits", re.compile(
        r"^bread, (?:french|white|wheat|whole[ -]wheat|whole grain|rye|pita|pumpernickel|"
        r"multi-?grain|"
        r"italian|sour ?dough|reduced-calorie, (?:rye|wheat|white)|oatmeal|oat bran|"
        r"cracked[ -]wheat|"
        r"lavash|chapati|roti|paratha?$|sprouted|linseed|injera|boston)|"
        r"^roll, (?:french|sour|rye|pumpernickel|hard|white, hard|wheat or cracked wheat$|"
        r"whole wheat$)|"
        r"^rolls, (?:french|hard|hamburger|pumpernickel|wheat|rye)|^bagels?(?:,|$)|"
        r"tortilla|taco shells|phyllo|leavening|matzo|melba|crispbread|casabe|"
        r"^crackers, (?:saltine|wheat|rye|whole[ -]wheat|water|matzo|melba|multigrain|"
        r"flavored, fish)|"
        r"^bread crumbs, plain")),
    ("Crackers|Saltine", re.compile(
        r"matzo|melba|crispbread|rice cake|rice paper|crackers, (?:rice|water|woven wheat|"
        r"saltine)|"
        r"popcorn cake|pita chips|zwieback\b.*no|flatbread")),
    ("Sweets|Jams|Candy not", re.compile(
        r"^sugars?\b|^syrups?, (?:corn|maple|malt|sorghum|cane|agave|table|grenadine|simple|nfs)|"
        r"^(?:corn|simple) syrup|^molasses|^jams?\b|^jell(?:y|ies)\b|marmalade|fruit butter|"
        r"^cocoa, dry powder, unsweetened|^baking chocolate, unsweetened|^candies, hard|"
        r"^candy, hard|"
        r"cotton|^agave|pectin|bean paste|guava paste|sweet potato paste|^sweeteners?|"
        r"pie filling")),
    ("Snacks|Tortilla, corn|Pretzels", re.compile(
        r"popcorn, (?:air-popped|home-prepared|oil-popped, white|cakes)|rice cakes|corn cakes|"
        r"rice crackers|"
        r"^(?:snacks, )?(?:potato|tortilla|corn|plantain|banana|taro|sweet potato|vegetable|"
        r"bean|soy|"
        r"brown rice) chips|chips, (?:rice|plain)|potato sticks|corn-?nuts, plain|corn nuts|"
        r"extruded, chips, (?:plain|unsalted)|pretzels, hard, (?:plain|multigrain|whole-wheat)|"
        r"^taco shell, corn$|trail mix, (?:regular|tropical)(?:, unsalted)?$|peas, roasted")),
    ("Fats and Oils|Salad dressings", re.compile(
        r"^oil, (?!.*(?:seal|whale|walrus))|\boil$|^vegetable oil, (?!.*butter)|oil, nfs|"
        r"vegan mayonnaise|made with tofu|vinegar and oil")),
    ("Soups, Sauces|Dips|Tomato-based|Mustard|Pasta sauces", re.compile(
        r"^sauce, (?:salsa|tomato|soy|hoisin|teriyaki|ready-to-serve, (?:salsa|pepper)|hot|"
        r"chili|plum|"
        r"sweet and sour|sriracha|peanut|pasta, spaghetti/marinara)|sriracha|salsa|^hummus|"
        r"guacamole|"
        r"eggplant dip|peanut sauce|^spaghetti sauce(?:, reduced sodium|, fat free|"
        r" with added vegetables)?$|^(?:soup, )?(?:swanson, )?vegetable broth|^wasabi$|gazpacho|"
        r"tomato paste")),
    ("Soups, broth", re.compile(
        r"^soup, (?:vegetable broth|lentil(?:, canned.*)?|gazpacho|fruit)$")),
    ("Soy and meat-alternative", re.compile(
        r"textured vegetable protein|soy nut|vermicelli|soy flour|tempeh|"
        r"^(?:fried )?tofu|"
        r"^soybean curd(?:$|, deep fried|$)|soybean meal")),
    ("Bean, pea, legume dishes", re.compile(
        r"^(?:\w+ )?beans and (?:brown|white) rice$|beans and rice, with tomatoes|falafel")),
    ("Rice mixed", re.compile(
        r"^rice, (?:brown|white), with (?!.*(?:soy-based|cheese|gravy)).*no added fat$|"
        r"^rice with raisins$|"
        r"^idli$|^biryani with vegetables$|^congee, with vegetables$")),
    ("Baby Foods|Baby food: mixtures", re.compile(
        r"^babyfood, (?:juice|fruit,|vegetables?,|apple-banana juice|apples, dices|"
        r"carrots, toddler|"
        r"green beans, dices|peaches, dices|pears, dices|peas, dices|potatoes, toddler|prunes|"
        r"banana no|banana with mixed|grape juice|water|gerber, (?:2nd|3rd|banana)|"
        r"tropical fruit|"
        r"peas and brown rice|plums, bananas|fruit and vegetable|vegetable and brown|"
        r"rice and apples|"
        r"cereal, (?:barley|oatmeal|rice|brown rice|mixed|whole wheat)[^,]*(?:,[^,]*)?,? ?dry)|"
        r"^(?:baby toddler )?fruit and vegetables, stage|"
        r"^baby toddler fruit and vegetables, stage")),
    ("American Indian", re.compile(
        r"^(?:agave|blackberries|blueberries|cattail|chokecherries|cloudberries|corn,|cornmeal|"
        r"cranberr|fireweed|hazelnuts|huckleberries|melon|pinon|plums|prairie turnips|prickly|"
        r"raspberries|rhubarb|rose hips|salmonberries|sourdock|squash|stinging|tea,|wocas|"
        r"willow, young|mashu|mouse nuts|tortilla, blue corn|piki|mush, blue corn)|"
        r"^lambsquarters")),
    ("Coleslaw", re.compile(r"^(?:tomato and )?cucumber salad made with .*vinegar$")),
    ("Egg rolls", re.compile(r"^sushi roll,? (?:vegetable|avocado)$")),
    ("Vegetable dishes|Turnovers", re.compile(r"^(?:ratatouille|tabbouleh)$")),
    ("Smoothies", re.compile(r"horchata, made with water|frescavena|^corn beverage")),
    ("Not included", re.compile(
        r"^(?:basil|chives|cilantro|parsley|yeast|wheat (?:bran|germ)|oats|seaweed|cocoa powder|"
        r"[\w ,]+, cooked, as ingredient$|vegetables as ingredient in soups|"
        r"coffee, instant(?:, decaffeinated)?, not|tea, iced|vegetable mixture, dried)")),
    ("Fast Foods", re.compile(r"^fast foods, potato, french fried in vegetable oil$")),
)  # fmt: skip
"""Where the category mixes plants with more: the names that are vegan in it."""

NOT_VEGAN_BRANDS = re.compile(
    r"^(?!water|coffee|soft|applesauce|tea).*flavored(?: \(|$)|other flavors(?!,)|"
    r"flavored, light|"
    r"(?:barbecue|taco|onion|nacho|smoke)[ -]flavor|with pretzels|popcorn,? .*nfs|popcorn, nfs|"
    r"sandwich, with peanut|frosted|eas soy|lucky charms|mini-?wheats|s'?mores|count chocula|"
    r"boo ?berry|franken ?berry|treats|"
    r"mcdonald|burger king|wendy|denny|applebee|cracker barrel|t\.?g\.?i\.? friday|on the border|"
    r"carrabba|olive garden|popeyes|kfc|frosted flakes, w|post, honey|cinnamon toast|oh's|"
    r"almond poppy|morningstar|gardenburger|worthington|loma linda|powerbar|power bar"
)
"""Kinds whose makers use gelatin, milk, egg or beef flavour where the name is silent."""


PLAIN = re.compile("|".join(one.pattern for one in (DAIRY_AND_EGGS, SWEET_OR_BAKED, PLANTS)))
"""Categories whose foods hold no meat unless their names say so."""
