import json

import PIL.Image
from msgspec import Struct

from app.words import Words
