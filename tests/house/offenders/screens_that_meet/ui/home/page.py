import ui.parts.card
from ui.design import page
from ui.home import cards
