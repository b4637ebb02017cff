ITEM(red, 1)
ITEM(green, 2)
ITEM(blue, 3)
