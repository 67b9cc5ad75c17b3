// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/prometheustabs.h"

#include "backend/client/session.h"
#include "ui/models/tablesetup.h"
#include "ui/models/texttablemodel.h"
#include "ui/text/words.h"
#include "widgets/formatting.h"
#include "widgets/livetableview.h"
#include "widgets/tabledelegate.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace vigie {

namespace {
enum PromTab : std::size_t { TargetsTab, RulesTab, AlertsTab };

QStringList promHeaders(std::size_t tab)
{
    if (tab == TargetsTab)
        return prometheusTargetHeaders();
    return tab == RulesTab ? prometheusRuleHeaders() : prometheusAlertHeaders();
}

std::vector<TextRow> promRows(std::size_t tab, const Json &answer)
{
    // Servers may hand the whole document through, or its `data` only.
    const Json &data = answer.contains("data") ? answer["data"] : answer;
    if (tab == TargetsTab)
        return prometheusTargetRows(data);
    return tab == RulesTab ? prometheusRuleRows(data) : prometheusAlertRows(data);
}
} // namespace

PrometheusTabs::PrometheusTabs(UiContext &context, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("sources.prometheus"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new QTabBar(content);
    m_bar->setObjectName(QStringLiteral("sources.prometheusTabs"));
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    m_stack = new QStackedWidget(content);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        m_models[tab] = new TextTableModel(this);
        m_models[tab]->setHeaders(promHeaders(tab));
        m_bar->addTab({});
        m_stack->addWidget(buildTable(tab));
    }
    setContent(content, false);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        updateState();
    });
    connect(this, &Panel::nextStepRequested, this, &PrometheusTabs::reload);
    // Another server may have a source of the same id.
    connect(&context.session, &Session::restored, this, [this] { show(std::exchange(m_source, {})); });
    updateTexts();
}

LiveTableView *PrometheusTabs::buildTable(std::size_t tab)
{
    auto *table = new LiveTableView(m_context.theme, m_stack);
    table->setObjectName(QStringLiteral("sources.prometheusTable%1").arg(tab));
    table->setAutomaticHold(false);
    table->setModel(m_models[tab]);
    table->setIdRole(TextTableModel::IdRole);
    auto *delegate = new TableDelegate(m_context.theme, {-1, TextTableModel::StateRole, -1, -1}, table);
    if (tab == AlertsTab) {
        delegate = new TableDelegate(m_context.theme, {TextTableModel::SeverityRole, TextTableModel::StateRole, -1, -1},
                                     table);
        delegate->setColumnKind(1, CellKind::Severity);
        delegate->setColumnKind(2, CellKind::Primary);
        delegate->setColumnKind(4, CellKind::Time);
        table->setColumns({{92}, {104}, {170}, {140, true, 100}, {90}});
    } else {
        delegate->setColumnKind(1, CellKind::Primary);
        if (tab == TargetsTab)
            table->setColumns({{92}, {120}, {180}, {140, true, 80}});
        else
            table->setColumns({{104}, {170}, {120}, {160, true, 100}, {110}});
    }
    delegate->setColumnKind(0, CellKind::State);
    table->setItemDelegate(delegate);
    followRowDensity(*table, m_context);
    return table;
}

void PrometheusTabs::show(const SourceId &id)
{
    if (id == m_source)
        return;
    m_source = id;
    ++m_generation;
    m_at.reset();
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        m_answers[tab].reset();
        m_errors[tab].reset();
        m_models[tab]->sync({});
    }
    updateTexts();
    reload();
}

void PrometheusTabs::reload()
{
    if (m_source.empty())
        return;
    for (std::size_t tab = 0; tab < tabCount; ++tab)
        ask(tab);
    updateState();
}

void PrometheusTabs::ask(std::size_t tab)
{
    m_errors[tab].reset();
    ApiClient &api = m_context.session.api();
    QFuture<Result<Json>> answer = tab == TargetsTab ? api.sourceTargets(m_source)
        : tab == RulesTab                            ? api.sourceRules(m_source)
                                                     : api.sourceAlerts(m_source);
    whenDone(answer, this, [this, tab, generation = m_generation](const Result<Json> &result) {
        if (generation == m_generation)
            take(tab, result);
    });
}

void PrometheusTabs::take(std::size_t tab, const Result<Json> &answer)
{
    if (answer) {
        m_answers[tab] = *answer;
        m_models[tab]->sync(promRows(tab, *answer));
        m_at = m_context.clock.now();
    } else {
        m_errors[tab] = answer.error();
    }
    updateTexts();
}

void PrometheusTabs::updateTexts()
{
    const std::array<QString, tabCount> words {tr("Targets"), tr("Rules"), tr("Alerts")};
    const QLocale locale;
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        m_bar->setTabText(
            int(tab),
            m_answers[tab]
                ? tr("%1 %2", "tab: word and count").arg(words[tab], locale.toString(m_models[tab]->rowCount()))
                : words[tab]);
        m_stack->widget(int(tab))->setAccessibleName(words[tab]);
    }
    setTitle(tr("Inside this Prometheus"));
    m_bar->setAccessibleName(title());
    setCaption(m_at ? tr("as of %1").arg(formatClock(*m_at, locale, QTimeZone::systemTimeZone())) : QString());
    updateState();
}

void PrometheusTabs::updateState()
{
    const auto tab = std::size_t(std::max(0, m_bar->currentIndex()));
    // The tab bar must stay reachable: only a failure of all three takes the whole panel.
    const bool none = !m_answers[0] && !m_answers[1] && !m_answers[2];
    if (none && m_errors[tab])
        showError(problemOf(*m_errors[tab]));
    else if (none)
        showLoading();
    else if (applyLink(*this, m_link))
        showContent();
}

void PrometheusTabs::setLink(const LinkState &link)
{
    const bool back = link.view == LinkState::View::Fresh && m_link.view != LinkState::View::Fresh;
    m_link = link;
    if (back)
        reload();
    updateState();
}

void PrometheusTabs::retranslate()
{
    Panel::retranslate();
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        m_models[tab]->setHeaders(promHeaders(tab));
        if (m_answers[tab])
            m_models[tab]->sync(promRows(tab, *m_answers[tab]));
    }
    updateTexts();
}

} // namespace vigie
