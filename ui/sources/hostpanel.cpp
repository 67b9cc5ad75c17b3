// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/hostpanel.h"

#include "backend/client/session.h"
#include "ui/models/texttablemodel.h"
#include "ui/tables/tablesetup.h"
#include "ui/text/words.h"
#include "widgets/formatting.h"
#include "widgets/tabledelegate.h"

#include <QLabel>
#include <QVBoxLayout>

namespace vigie {

HostPanel::HostPanel(UiContext &context, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_context(context)
    , m_processes(new TextTableModel(this))
{
    setObjectName(QStringLiteral("sources.host"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_units = new QLabel(content);
    m_units->setObjectName(QStringLiteral("sources.failedUnits"));
    m_units->setWordWrap(true);
    m_units->setMargin(Theme::panelPadding);
    m_units->setTextFormat(Qt::PlainText);
    m_processes->setHeaders({tr("Process"), tr("PID"), tr("CPU"), tr("Memory")});
    m_table = new LiveTableView(theme(), content);
    m_table->setObjectName(QStringLiteral("sources.processes"));
    m_table->setAutomaticHold(false);
    m_table->setModel(m_processes);
    m_table->setIdRole(TextTableModel::IdRole);
    m_table->setColumns(
        {{.width = 140, .stretches = true, .minimum = 90}, {.width = 72}, {.width = 76}, {.width = 92}});
    auto *delegate = new TableDelegate(theme(), {}, m_table);
    delegate->setColumnKind(0, CellKind::Primary);
    for (const int column : {1, 2, 3})
        delegate->setColumnKind(column, CellKind::Time);
    m_table->setItemDelegate(delegate);
    followRowDensity(*m_table, context);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_units);
    setContent(content, false);
    connect(&context.session, &Session::systemStatusChanged, this, &HostPanel::showStatus);
    retranslate();
}

void HostPanel::showStatus()
{
    const auto &status = m_context.session.systemStatus();
    if (!status) {
        showLoading();
        return;
    }
    const QLocale locale;
    std::vector<TextRow> rows;
    for (const ProcessUse &process : status->host.processes) {
        TextRow row;
        row.id = QString::number(process.pid);
        row.cells
            = {toQString(process.name), row.id, formatRatio(process.cpu, locale), formatBytes(process.memory, locale)};
        rows.push_back(std::move(row));
    }
    m_processes->sync(std::move(rows));
    QStringList units;
    for (const std::string &unit : status->host.failedUnits)
        units.append(toQString(unit));
    m_units->setVisible(!units.isEmpty());
    m_units->setText(tr("Failed units: %1").arg(units.join(QLatin1String(", "))));
    setCaption(toQString(status->host.os));
    if (applyLink(*this, m_link))
        showContent();
}

void HostPanel::setLink(const LinkState &link)
{
    m_link = link;
    showStatus();
}

void HostPanel::retranslate()
{
    Panel::retranslate();
    setTitle(tr("Busiest processes"));
    m_processes->setHeaders({tr("Process"), tr("PID"), tr("CPU"), tr("Memory")});
    m_table->setAccessibleName(tr("Busiest processes"));
    showStatus();
}

} // namespace vigie
