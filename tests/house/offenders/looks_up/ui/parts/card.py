from ui.home import page

PAGE = page
