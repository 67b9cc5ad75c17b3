// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"
#include "widgets/chip.h"

class QPainter;

namespace vigie {

SeverityLook lookOf(Severity severity);
/// The translated word: "Critical" "High" "Medium" "Low" "OK" "Maintenance" "Unknown".
QString severityWord(SeverityLook look);

/// The shape with its digit, as large as fits into `rect`: octagon 1, triangle 2, diamond 3, circle 4, check, hatched
/// square, dashed circle with "?" (tokens.json "severity.coding"). Colour is never the only carrier of the meaning.
void paintSeverityGlyph(QPainter &painter, const QRectF &rect, SeverityLook look, const Theme &theme);
/// Glyph and word in a chip at the left of `rect`, vertically centred; solid fill for critical (bold) and high, quiet
/// fill for medium, outline for low. `text` empty: severityWord().
void paintSeverityChip(QPainter &painter, const QRectF &rect, SeverityLook look, const Theme &theme,
                       const QString &text = {});
/// The space paintSeverityChip() wants.
QSize severityChipSize(SeverityLook look, const Theme &theme, const QString &text = {});

class SeverityChip : public ChipWidget<SeverityLook> {
    Q_OBJECT
public:
    explicit SeverityChip(Theme &theme, SeverityLook look = SeverityLook::Unknown, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;
};

} // namespace vigie
