// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/factlist.h"

#include <QGridLayout>
#include <QLabel>

namespace vigie {

FactList::FactList(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
}

void FactList::addRow()
{
    Labels row {.name = new QLabel(this), .value = new QLabel(this), .number = false};
    row.value->setObjectName(QStringLiteral("fact%1").arg(m_rows.size()));
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row.value->setFocusPolicy(Qt::ClickFocus);
    row.value->setTextFormat(Qt::PlainText);
    row.value->setWordWrap(true);
    row.value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const int at = int(m_rows.size());
    m_grid->addWidget(row.name, at, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(row.value, at, 1);
    m_rows.push_back(row);
    styleRow(m_rows.size() - 1);
}

void FactList::setFacts(const std::vector<FactRow> &facts)
{
    while (m_rows.size() < facts.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Labels &row = m_rows[i];
        const FactRow fact = i < facts.size() ? facts[i] : FactRow {};
        row.name->setText(fact.name);
        if (row.value->text() != fact.value)
            row.value->setText(fact.value);
        row.value->setAccessibleName(fact.name);
        row.name->setVisible(!fact.value.isEmpty());
        row.value->setVisible(!fact.value.isEmpty());
        if (row.number != fact.number) {
            row.number = fact.number;
            styleRow(i);
        }
    }
}

void FactList::styleRow(std::size_t row)
{
    const Labels &labels = m_rows[row];
    QPalette palette = labels.name->palette();
    palette.setColor(QPalette::WindowText, theme().text().secondary);
    labels.name->setPalette(palette);
    labels.value->setFont(labels.number ? theme().numeric(FontRole::Body) : theme().ui(FontRole::Body));
}

void FactList::themeChanged()
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        styleRow(row);
}

} // namespace vigie
