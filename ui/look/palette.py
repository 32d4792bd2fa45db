"""The palette that tells the Fusion style the theme's colours, for what no style sheet reaches."""

from PySide6.QtGui import QColor, QPalette

from ui.look.themes import Theme


def make_palette(tokens: Theme) -> QPalette:
    """The palette of a theme."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.paper,
        roles.WindowText: tokens.ink,
        roles.Base: tokens.card,
        roles.AlternateBase: tokens.sunk,
        roles.Text: tokens.ink,
        roles.PlaceholderText: tokens.mute,
        roles.Button: tokens.card,
        roles.ButtonText: tokens.ink,
        roles.BrightText: tokens.on_ember,
        roles.Highlight: tokens.ember,
        roles.HighlightedText: tokens.on_ember,
        roles.Accent: tokens.ember,
        roles.Link: tokens.ember,
        roles.LinkVisited: tokens.renew,
        roles.ToolTipBase: tokens.card,
        roles.ToolTipText: tokens.ink,
        roles.Light: tokens.card,
        roles.Midlight: tokens.sunk,
        roles.Mid: tokens.line,
        roles.Dark: tokens.control,
        roles.Shadow: tokens.control,
    }
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    quiet = QColor(tokens.control)
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, quiet)
    palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(tokens.line))
    return palette
