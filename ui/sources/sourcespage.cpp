// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/sourcespage.h"

#include "backend/client/session.h"
#include "ui/models/sourcemodel.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/notices.h"
#include "ui/shell/preferences.h"
#include "ui/sources/removals.h"
#include "ui/sources/sourcedetail.h"
#include "ui/sources/sourcedialog.h"
#include "ui/sources/webhookdialog.h"
#include "ui/tables/tablesetup.h"
#include "ui/text/words.h"
#include "widgets/accessiblenames.h"
#include "widgets/icons.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"
#include "widgets/pendingbar.h"
#include "widgets/tabledelegate.h"
#include "widgets/vigiestyle.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {
constexpr std::chrono::seconds sourceUndoTime(30);
constexpr QLatin1String sourcesSplitterKey("sources/splitter");
} // namespace

SourcesPage::SourcesPage(UiContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new SourceModel(this))
    , m_removals(new Removals(context.session.api(), sourceUndoTime, this))
{
    setObjectName(QStringLiteral("page.sources"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    layout->setSpacing(Theme::panelGap);
    auto *bar = new QWidget(this);
    buildToolBar(bar);
    m_pending = new PendingBar(theme(), this);
    m_pending->setObjectName(QStringLiteral("sources.pending"));
    connect(m_pending, &PendingBar::applyRequested, m_model, &SourceModel::releasePending);
    connect(m_model, &SourceModel::pendingChanged, m_pending, &PendingBar::setPending);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("sources.splitter"));
    m_splitter->setChildrenCollapsible(false);
    buildTable();
    m_detail = new SourceDetail(context, m_splitter);
    m_splitter->addWidget(m_panel);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({620, 400});
    m_splitter->restoreState(context.preferences.state(sourcesSplitterKey).toByteArray());
    layout->addWidget(bar);
    layout->addWidget(m_pending);
    layout->addWidget(m_splitter, 1);
    registerActions();
    listen();
    retranslate();
}

SourcesPage::~SourcesPage() = default;

void SourcesPage::buildToolBar(QWidget *bar)
{
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::panelGap);
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("sources.filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(theme().px(360));
    const auto button = [&](const QString &name, const QString &icon, ButtonLook look) {
        auto *made = new QPushButton(themedIcon(theme(), icon), {}, bar);
        made->setObjectName(name);
        setButtonLook(*made, look);
        return made;
    };
    m_check = button(QStringLiteral("sources.checkButton"), QStringLiteral("view-refresh"), ButtonLook::Normal);
    m_remove = button(QStringLiteral("sources.removeButton"), QStringLiteral("edit-delete"), ButtonLook::Normal);
    m_add = button(QStringLiteral("sources.addButton"), QStringLiteral("list-add"), ButtonLook::Primary);
    layout->addWidget(m_filter, 1);
    layout->addStretch(1);
    layout->addWidget(m_check);
    layout->addWidget(m_remove);
    layout->addWidget(m_add);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        showSources();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
}

void SourcesPage::buildTable()
{
    m_panel = new Panel(theme(), {}, m_splitter);
    m_panel->setObjectName(QStringLiteral("sources.panel"));
    m_table = new LiveTableView(theme(), m_panel);
    m_table->setObjectName(QStringLiteral("sources.table"));
    m_table->setModel(m_model);
    m_table->setIdRole(SourceModel::IdRole);
    connect(m_table, &LiveTableView::updatesHeldChanged, m_model, &SourceModel::setHeld);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // columns go instead
    auto *delegate = new TableDelegate(
        theme(), {.severity = -1, .state = SourceModel::StateRole, .muted = SourceModel::MutedRole, .fresh = -1},
        m_table);
    delegate->setColumnKind(SourceModel::State, CellKind::State);
    delegate->setColumnKind(SourceModel::Name, CellKind::Primary);
    delegate->setColumnKind(SourceModel::Target, CellKind::Address);
    for (const int column :
         {SourceModel::Since, SourceModel::LastSuccess, SourceModel::Latency, SourceModel::NextAttempt})
        delegate->setColumnKind(column, CellKind::Time);
    m_table->setItemDelegate(delegate);
    followRowDensity(*m_table, context());
    m_table->setSortingEnabled(true);
    auto *fitter = new ColumnFitter(theme(), *m_table,
                                    {{.width = 92},
                                     {.width = 72},
                                     {.width = 128},
                                     {.width = 124},
                                     {.width = 240, .stretches = true, .minimum = 230},
                                     {.width = 92},
                                     {.width = 84},
                                     {.width = 76},
                                     {.width = 200, .stretches = true, .minimum = 180}},
                                    {SourceModel::LastError, SourceModel::NextAttempt, SourceModel::Since,
                                     SourceModel::Kind, SourceModel::LastSuccess, SourceModel::Latency});
    fitter->setLeastWidth(SourceModel::State, [this] { return stateColumnWidth(theme(), sourceStateLooks); });
    m_table->sortByColumn(SourceModel::State, Qt::AscendingOrder);
    m_panel->setContent(m_table, false);
}

void SourcesPage::registerActions()
{
    const auto category = [] { return tr("Sources"); };
    ActionRegistry &actions = context().actions;
    actions.add({.id = QStringLiteral("sources.add"),
                 .title = [] { return tr("Add a source…"); },
                 .category = category,
                 .keys = QStringLiteral("A"),
                 .page = id(),
                 .keywords = QStringLiteral("probe http tcp dns prometheus alertmanager new create watch")},
                this, [this] { addSource(); });
    actions.add(
        {.id = QStringLiteral("sources.check"),
         .title = [] { return tr("Check the chosen sources now"); },
         .category = category,
         .keys = QStringLiteral("R"),
         .page = id(),
         .keywords = QStringLiteral("probe try again"),
         .onSelection = true},
        this, [this] { checkSelected(); }, [this] { return whyNotCheck(); });
    actions.add(
        {.id = QStringLiteral("sources.remove"),
         .title = [] { return tr("Remove the chosen sources"); },
         .category = category,
         .keys = QStringLiteral("Ctrl+Del"),
         .page = id(),
         .keywords = QStringLiteral("delete"),
         .onSelection = true},
        this, [this] { removeSelected(); }, [this] { return whyNotRemove(); });
    const auto run = [this](const QString &action) { return [this, action] { context().actions.trigger(action); }; };
    connect(m_add, &QPushButton::clicked, this, run(QStringLiteral("sources.add")));
    connect(m_check, &QPushButton::clicked, this, run(QStringLiteral("sources.check")));
    connect(m_remove, &QPushButton::clicked, this, run(QStringLiteral("sources.remove")));
    connect(m_panel, &Panel::nextStepRequested, this, [this] {
        if (m_filter->text().isEmpty())
            addSource();
        else
            m_filter->clear();
    });
}

void SourcesPage::listen()
{
    const Session &session = context().session;
    connect(&session, &Session::sourcesChanged, this, &SourcesPage::showSources);
    connect(&session, &Session::loaded, this, &SourcesPage::showSources);
    connect(&session, &Session::restored, this, [this] {
        m_model->releasePending(); // another server
        showSources();
    });
    connect(&session, &Session::stateChanged, this, [this](Session::State state) {
        const int given = state == Session::State::Offline ? m_removals->giveUp() : 0;
        if (given > 0)
            context().notices.say(tr("%n source(s) stay: the connection to their server was closed.", nullptr, given),
                                  SeverityLook::Medium);
        refreshLink();
    });
    connect(m_table, &LiveTableView::currentRowChanged, this, &SourcesPage::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SourcesPage::updateButtons);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { context().preferences.setState(sourcesSplitterKey, m_splitter->saveState()); });
    connect(m_removals, &Removals::changed, this, [this] { m_model->setBeingRemoved(m_removals->ids()); });
    connect(m_removals, &Removals::settled, this, [this](const SourceId &source) {
        if (const auto offer = m_undoOffers.extract(source))
            context().notices.withdraw(offer.mapped());
    });
    connect(m_removals, &Removals::failed, this, [this](const QString &name, const Error &error) {
        context().notices.sayFailed(tr("%1 could not be removed.").arg(name), error);
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &SourcesPage::tick);
}

void SourcesPage::activate()
{
    m_second.start();
    context().session.refreshSources();
    tick();
    showSources();
    m_table->setFocus();
    m_wantsFocus = !m_table->isVisible();
}

void SourcesPage::deactivate()
{
    m_second.stop();
}

bool SourcesPage::hasData() const
{
    return context().session.isLoaded() && m_model->total() > 0;
}

void SourcesPage::openWith(const QUrlQuery &what)
{
    m_wanted = what.queryItemValue(QStringLiteral("id"), QUrl::FullyDecoded);
    if (!m_wanted.isEmpty())
        m_filter->clear();
    showSources();
}

bool SourcesPage::focusContent()
{
    QWidget *content = m_table->isVisible() ? static_cast<QWidget *>(m_table) : this;
    content->setFocus(Qt::OtherFocusReason);
    return true;
}

void SourcesPage::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void SourcesPage::refresh()
{
    m_detail->reload();
    context().session.refreshSources();
    m_model->releasePending();
    showSources();
}

int SourcesPage::rowsShown() const
{
    return m_model->rowCount();
}

void SourcesPage::tick()
{
    const auto [first, last] = visibleRows(*m_table);
    m_model->tick(context().clock.now() + context().session.clockOffset(), first, last);
    m_detail->tick();
    refreshLink();
}

void SourcesPage::refreshLink()
{
    const LinkState link = linkState(context().session, context().clock);
    if (link == m_link)
        return;
    m_link = link;
    m_detail->setLink(link);
    showSources();
}

void SourcesPage::showSources()
{
    m_model->setSources(context().session.sources());
    if (!m_wanted.isEmpty() && m_model->pendingCount() > 0)
        m_model->releasePending();
    if (!m_wanted.isEmpty() && m_table->selectId(m_wanted))
        m_wanted.clear();
    else if (!m_table->currentIndex().isValid() && !m_model->isEmpty())
        m_table->selectRow(0);
    int down = 0;
    for (const auto &[id, source] : context().session.sources())
        down += source.state == SourceState::Down ? 1 : 0;
    setBadge(down, SeverityLook::High);
    m_panel->setCaption(m_filter->text().isEmpty() ? tr("%n watched", nullptr, m_model->total())
                                                   : tr("%1 of %2").arg(m_model->rowCount()).arg(m_model->total()));
    showCurrent();
    updateButtons();
    if (!applyLink(*m_panel, m_link))
        return;
    if (!m_model->isEmpty())
        showTable();
    else if (m_model->total() > 0)
        m_panel->showEmpty(tr("No source fits the filter."), tr("Clear the filter"));
    else
        m_panel->showEmpty(tr("Nothing is watched yet."), tr("Add a source…"));
}

void SourcesPage::showTable()
{
    m_panel->showContent();
    // A hidden table cannot take the focus: it gets it when it first has something to show.
    if (m_wantsFocus && m_table->isVisible()) {
        m_wantsFocus = false;
        m_table->setFocus();
    }
}

void SourcesPage::showCurrent()
{
    const SourceStatus *source = m_model->source(m_table->currentIndex());
    m_detail->setSource(source ? std::optional(*source) : std::nullopt);
}

std::vector<SourceStatus> SourcesPage::selected() const
{
    std::vector<SourceStatus> out;
    const auto &sources = context().session.sources();
    for (const QString &id : m_table->selectedIds()) {
        const auto found = sources.find(SourceId {id.toStdString()});
        if (found != sources.end())
            out.push_back(found->second);
    }
    return out;
}

QString SourcesPage::whyNotTouch() const
{
    if (m_link.view != LinkState::View::Fresh)
        return tr("There is no connection.");
    return selected().empty() ? tr("No source is chosen.") : QString();
}

QString SourcesPage::whyNotCheck() const
{
    if (const QString reason = whyNotTouch(); !reason.isEmpty())
        return reason;
    const std::vector<SourceStatus> chosen = selected();
    const auto any = [&](auto test) { return std::any_of(chosen.begin(), chosen.end(), test); };
    if (any([](const SourceStatus &source) { return source.kind == SourceKind::Webhook; }))
        return tr("A webhook cannot be checked: it calls.");
    const bool all
        = std::ranges::all_of(chosen, [this](const SourceStatus &source) { return m_checking.contains(source.id); });
    return all ? tr("The check is under way.") : QString();
}

QString SourcesPage::whyNotRemove() const
{
    if (const QString reason = whyNotTouch(); !reason.isEmpty())
        return reason;
    for (const SourceStatus &source : selected()) {
        if (!source.editable)
            return tr("%1 is written in the daemon's configuration file: remove it there.")
                .arg(QString::fromStdString(source.name));
    }
    return {};
}

void SourcesPage::updateButtons()
{
    const QString whyNotCheckNow = whyNotCheck();
    const QString whyNotRemoveNow = whyNotRemove();
    m_check->setEnabled(whyNotCheckNow.isEmpty());
    m_check->setToolTip(whyNotCheckNow);
    m_remove->setEnabled(whyNotRemoveNow.isEmpty());
    m_remove->setToolTip(whyNotRemoveNow);
    m_add->setEnabled(m_link.view == LinkState::View::Fresh);
}

void SourcesPage::addSource()
{
    auto *dialog = new SourceDialog(context(), window());
    connect(dialog, &SourceDialog::added, this, [this](const SourceStatus &source, const QString &webhookToken) {
        m_wanted = QString::fromStdString(source.id.value);
        m_filter->clear();
        showSources();
        context().notices.say(tr("%1 is watched from now on.").arg(QString::fromStdString(source.name)));
        if (source.kind == SourceKind::Webhook)
            (new WebhookDialog(context(), source, webhookToken, window()))->open();
    });
    dialog->open();
}

void SourcesPage::checkSelected()
{
    for (const SourceStatus &source : selected()) {
        if (!m_checking.insert(source.id).second)
            continue;
        const QString name = QString::fromStdString(source.name);
        whenDone(context().session.api().checkSource(source.id), this,
                 [this, name, id = source.id](const Result<> &result) {
                     m_checking.erase(id);
                     updateButtons();
                     if (result)
                         context().notices.say(tr("%1 is being checked.").arg(name));
                     else
                         context().notices.sayFailed(tr("%1 could not be checked.").arg(name), result.error());
                 });
    }
    updateButtons();
}

void SourcesPage::removeSelected()
{
    std::vector<SourceStatus> sources = selected();
    std::erase_if(sources, [this](const SourceStatus &source) { return m_removals->ids().contains(source.id); });
    remove(sources);
}

void SourcesPage::remove(const std::vector<SourceStatus> &sources)
{
    if (sources.empty())
        return;
    std::vector<SourceId> ids;
    for (const SourceStatus &source : sources) {
        m_removals->begin(source);
        ids.push_back(source.id);
    }
    const int offer = context().notices.offerUndo(removalSentence(sources), this, [this, ids] {
        for (const SourceId &id : ids)
            m_removals->undo(id);
    });
    for (const SourceId &id : ids)
        m_undoOffers[id] = offer;
}

/// Names what goes, as far as a message has room for it.
QString SourcesPage::removalSentence(const std::vector<SourceStatus> &sources)
{
    constexpr std::size_t named = 6;
    QStringList names;
    for (const SourceStatus &source : sources)
        names << QString::fromStdString(source.name);
    if (sources.size() == 1)
        return tr("%1 will be removed in 30 s.").arg(names.front());
    if (sources.size() <= named)
        return tr("%1 will be removed in 30 s.", "1: several names").arg(QLocale().createSeparatedList(names));
    const QString first = names.mid(0, qsizetype(named)).join(QLatin1String(", "));
    return tr("%1 and %n more will be removed in 30 s.", "1: several names", int(sources.size() - named)).arg(first);
}

void SourcesPage::retranslate()
{
    setAccessibleName(title());
    m_model->setLocale(QLocale());
    m_panel->setTitle(tr("Sources"));
    m_table->setAccessibleName(tr("Sources"));
    m_filter->setPlaceholderText(tr("Filter by name, target, kind or state"));
    m_filter->setAccessibleName(tr("Filter sources"));
    nameClearButton(*m_filter);
    m_add->setText(tr("Add source…"));
    m_check->setText(tr("Check now"));
    m_remove->setText(tr("Remove"));
    m_link = {.view = LinkState::View::Fresh,
              .text = QStringLiteral("?"),
              .shortText = {}}; // its sentence is in the old language
    refreshLink();
}

} // namespace vigie
