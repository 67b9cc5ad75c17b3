// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

#include <vector>

class QGridLayout;
class QLabel;

namespace vigie {

struct FactRow {
    QString name; ///< translated
    QString value; ///< empty: the row is hidden
    bool number {false}; ///< changes in place: digits of one width
};

/// Names and values that can be selected and copied. Not a QFormLayout: that of Qt 6.4 writes outside of its memory
/// when rows with wrapped text are hidden.
class FactList : public ThemedWidget {
    Q_OBJECT
public:
    explicit FactList(Theme &theme, QWidget *parent = nullptr);
    /// What is selected in a value stays so where the text is the same.
    void setFacts(const std::vector<FactRow> &facts);

protected:
    void themeChanged() override;

private:
    void addRow();
    void styleRow(std::size_t row);

    struct Labels {
        QLabel *name {nullptr};
        QLabel *value {nullptr};
        bool number {false};
    };
    QGridLayout *m_grid;
    std::vector<Labels> m_rows;
};

} // namespace vigie
