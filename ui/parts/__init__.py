"""The small pieces every screen is built from.

Each takes the ``Look`` it is drawn in, then ``Words`` where it says something itself, then what
it shows; it is put into a layout, has an accessible name, and wraps or folds rather than being
cut. A changed theme, text size or language is another window, so that no piece ever changes look.

Text (``labels``, ``typeset``, ``keys``, ``sentences``)
    ``WrapLabel(look, said, role="body", tone="plain", align="left")``: ``said`` is plain text or
    a tuple of ``Piece(text, strong, tone, role, mark)``; ``say``, ``setText``, ``set_tone``.
    ``heading(look, text, level)``, ``eyebrow``, ``small``, ``body``, ``hairline(look)``.
    ``ElidedLabel(look, text, role, tone)``: one line, the rest in its tooltip.
    ``SaidBox(look, words, text, role="quote", tone)``: a quote in the language's marks; ``quote``.
    ``Keycap(look, words, key)``, ``key_text(words, key)``, ``paint_keycap``.
    ``TextBlock(look, said, role, align=, font=)``: for delegates and painters: ``lay(width)``
    gives the height, then ``draw(painter, x, y, colour)``; ``natural_width``, ``least_width()``.
    ``EmptyState(look, title, sentence, button)``: signal ``asked``.
    ``SentenceBar(look, words)``: ``say(sentence, tone="info", button="")``, ``clear()``; signals
    ``answered``, ``dismissed``.

Buttons (``buttons``, ``pill``)
    ``Button(look, text, role="quiet", small=False, wide=False)``: roles ``primary`` (one on a
    screen), ``quiet``, ``flat``, ``link``, ``crumb``; ``set_cap`` shows a state on a cap.
    ``KeyButton(look, words, text, key, role, small=, wide=, bind=True)``: shows its key and
    answers to it; ``bind=False`` only shows it.
    ``IconButton(look, name, said)``; ``primary_button``, ``quiet_button``, ``link_button``.
    ``Pill(look, said, tone)``, ``PillButton(look, said, tone, checkable=False)``: ``say``.

Places (``card``, ``layouts``, ``scroll_column``, ``rows``)
    ``Card(look, title, note=, edge=tone, tight=False)``: ``body`` (a QVBoxLayout), ``add``,
    ``add_action(*buttons)``, ``title_row``, ``set_title``, ``set_edge``, ``set_chosen``.
    ``Well(look)``: ``add``. ``paint_card(painter, rect, look, edge, chosen=, radius=)``.
    ``FlowLayout(across, down, right=, middle=)``: items in their own size, wrapped.
    ``ShareLayout(across, down, even=, middle=)``: ``add(widget, share, least)``; share 0 is as
    wide as it likes; folds into rows below ``least`` pixels. ``holding(layout)`` is a widget.
    ``ScrollColumn(look, page=False, gap=16)``: ``add``, ``add_row(widgets, shares, least=,
    even=)``, ``clear``; scrolls down, never sideways. ``page=True`` has a page's margins.
    ``Rows(look, (Column(share, role, tone, align, head), ...), lines=False)``: ``add(*cells)``
    with text, ``Toned(said, tone, role)`` or a widget; share 0 is as wide as its words.

Marks (``note_card``, ``stage_marks``, ``strips``, ``clock_face``)
    ``NoteCard(look, words, said, colour, dots)``; ``NotePainter(look, said, dots, font=, pad=)``
    for delegates and the wall: ``height(width)``, ``paint(painter, rect, colour, ring=)``.
    ``StageMarks(look, marks)`` of ``StageMark(stage, name, since, lit)``;
    ``paint_stage_marks(painter, rect, lit, look)`` in ``stage_marks_size(look)``.
    ``BlockStrip(look)``: ``set_blocks((StripBlock(minutes, tone, name), ...), available)``.
    ``AgreementBar(look, (AgreementPart(n, said, tone, soft=, counted=), ...))``.
    ``ClockFace(look, words, pixels=None, right=True)``: ``set_seconds``; it shows, it does not
    count.

Forms (``fields``, ``form``, ``controls``, ``asking``)
    ``FieldForm(fields, words, look, today)`` from a tuple of ``Field(key=, kind=, label=, ...)``:
    ``values``, ``set_values``, ``text``, ``number``, ``day``, ``ticked``, ``set_options``,
    ``missing``, ``show_errors``, ``field_widget``; signal ``edited(key)``.
    ``FormAsking(world, parent, title, said, keep, fields, today)``: a small window that asks with
    a form; ``fill``, and ``keep()`` of its own. ``QuestionDialog`` is the same without the form.
    ``Choice``, ``DateField``, ``NumberBox``, ``TimeBox``, ``Tick`` stand alone as well.

Frame (``screen``, ``shell``, ``rail``, ``page_header``)
    ``Screen(title)``: a screen overrides ``refresh()`` and ``touches(change)``; the window calls
    ``changed(change)``. ``set_title``, ``title_changed``, ``mark_stale``.
    ``Shell(look, rail, bar)``: ``show_screen``. ``Rail(look, words, brand, entries)`` of
    ``RailEntry(id, text, icon, key)``: ``chosen(id)``, ``set_current``, ``set_foot``, ``fit``.
    ``PageHeader(look, title, sentence, crumb)``: ``add(*buttons)``, signal ``back``.
"""
