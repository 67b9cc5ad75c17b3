// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"
#include "backend/domain/source.h"
#include "widgets/chip.h"

class QPainter;

namespace vigie {

/// State of an incident or a source; drawn as glyph + word, quieter than severities.
enum class StateLook : std::uint8_t { Open, Acknowledged, Snoozed, Resolved, Up, Down, Pending, Stale, Unknown };
StateLook lookOf(IncidentStatus status);
StateLook lookOf(SourceState state);
/// The translated word: "Open" "Acknowledged" …
QString stateWord(StateLook look);

void paintStateGlyph(QPainter &painter, const QRectF &rect, StateLook look, const Theme &theme);
/// Glyph and word at the left of `rect`, vertically centred, elided. `text` empty: stateWord(). `selected`: on the
/// colour of a selected row, where quiet words could not be read.
void paintStateChip(QPainter &painter, const QRectF &rect, StateLook look, const Theme &theme, const QString &text = {},
                    bool selected = false);
QSize stateChipSize(StateLook look, const Theme &theme, const QString &text = {});

class StateChip : public ChipWidget<StateLook> {
    Q_OBJECT
public:
    explicit StateChip(Theme &theme, StateLook look = StateLook::Unknown, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;
};

} // namespace vigie
