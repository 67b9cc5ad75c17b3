// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/overlay.h"

#include <vector>

namespace vigie {

struct ShortcutEntry {
    QString keys; ///< as shown: "Ctrl+K", "g i"
    QString title; ///< translated
    QString category; ///< translated heading
};

/// The "?" sheet: all keys by category, over `host`. Any key or a click closes it.
class ShortcutSheet : public Overlay {
    Q_OBJECT
public:
    explicit ShortcutSheet(Theme &theme, QWidget *host);
    /// Categories in the order of their first entry.
    void setEntries(std::vector<ShortcutEntry> entries);
    void open();

protected:
    QRect boxRect() const override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void retranslate() override;

private:
    struct Row;
    std::vector<Row> rows() const;
    int columns(std::size_t rows) const;
    void paintRow(QPainter &painter, const Row &row, const QRect &rect) const;
    void updateAccessibleText();

    std::vector<ShortcutEntry> m_entries;
};

} // namespace vigie
