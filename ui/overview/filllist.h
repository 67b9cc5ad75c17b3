// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

#include <vector>

namespace vigie {

struct FillRow {
    QString name; ///< "/srv"
    QString detail; ///< "12 GiB free", translated
    double ratio {0}; ///< 0 … 1
    SeverityLook look {SeverityLook::Ok}; ///< Ok: the accent
    friend bool operator==(const FillRow &, const FillRow &) = default;
};

/// How full things are: name, percentage, a bar, a detail; as many as fit, fullest first is the caller's task.
class FillList : public ThemedWidget {
    Q_OBJECT
public:
    explicit FillList(Theme &theme, QWidget *parent = nullptr);
    void setRows(std::vector<FillRow> rows);
    const std::vector<FillRow> &rows() const { return m_rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, 40}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override { updateAccessibleText(); }

private:
    int rowHeight() const;
    void paintRow(QPainter &painter, const QRect &rect, const FillRow &row) const;
    void updateAccessibleText();

    std::vector<FillRow> m_rows;
};

} // namespace vigie
