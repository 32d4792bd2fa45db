"""The small pieces every screen is built from, a module for each family.

Each takes the ``Look`` it is drawn in, then ``Words`` where it says something itself, then what
it shows; it is put into a layout, has an accessible name, and wraps or folds rather than being
cut. A changed theme, text size or language is another window, so that no piece ever changes look.

Text
    ``labels``: ``WrapLabel`` and its shorthands ``heading``, ``eyebrow``, ``small`` and ``body``;
    ``ElidedLabel``, one line with the rest in its tooltip; ``QuoteLabel``, in the language's marks.
    ``text_block``: ``TextBlock``, text laid in lines for whoever paints; ``TextRun``, a stretch of
    rich text. ``keycaps``: ``Keycap``. ``sentences``: ``SentenceBar``, a strip with one sentence;
    ``window_bar``: ``WindowBar``, the one of a window, where fields say what is true of them.

Buttons
    ``buttons``: ``Button`` in its roles, of which ``primary`` at most once on a screen;
    ``KeyButton``, which shows its key; ``IconButton``. ``pill``: ``Pill``, and ``PillButton``.

Places
    ``card``: ``Card``, ``Well``. ``layouts``: ``FlowLayout`` wraps items in their own size,
    ``ShareLayout`` shares the width and folds into rows. ``scroll_column``: ``ScrollColumn``
    scrolls down, never sideways. ``cell_rows``: ``CellRows``, rows of cells under their heads.

Lists
    ``column_list``: ``ColumnListCard``, lines in columns that fold. ``card_list``: lines as cards.
    Both are models with delegates, so that thousands cost what is seen.

Marks
    ``note_card``: ``NoteCard``, and ``NotePainter`` for delegates and the wall. ``stage_marks``:
    ``StageMarks``. ``strips``: ``BlockStrip``, ``AgreementBar``. ``clock_display``:
    ``ClockDisplay``; it shows, it does not count.

Forms
    ``form``: ``FieldForm``, made of the ``Field`` entries it is handed. ``form_dialog``:
    ``FormDialog`` asks with a form, ``QuestionDialog`` without. ``controls``: ``Choice``,
    ``NumberBox``, ``Tick``, and ``typed_fields``: ``DateField``, ``TimeField``, ``MinutesField``,
    which stand alone as well.

Frame
    ``screen``: ``Screen``, which every screen is. ``shell``: ``Shell``, the rail beside the screen.
    ``rail``: ``Rail``. ``page_header``: ``PageHeader``, a page's title.
"""
