// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentfilterbar.h"

#include "widgets/accessiblenames.h"
#include "widgets/flowlayout.h"
#include "widgets/icons.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"
#include "widgets/vigiestyle.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <set>

namespace vigie {

namespace {

constexpr std::array allSeverities {Severity::Critical, Severity::High, Severity::Medium, Severity::Low};
constexpr std::array allStatuses {IncidentStatus::Open, IncidentStatus::Acknowledged, IncidentStatus::Snoozed,
                                  IncidentStatus::Resolved};

QIcon severityIcon(SeverityLook look, const Theme &theme)
{
    const int size = theme.px(14);
    QPixmap pixmap(QSize(size, size) * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintSeverityGlyph(painter, QRectF(0, 0, size, size), look, theme);
    return {pixmap};
}

/// Asks for its entries when it is opened.
class LazyCombo : public QComboBox {
public:
    LazyCombo(QWidget *parent, std::function<void()> fill)
        : QComboBox(parent)
        , m_fill(std::move(fill))
    {
    }
    void showPopup() override
    {
        m_fill();
        QComboBox::showPopup();
    }

private:
    std::function<void()> m_fill;
};

} // namespace

IncidentFilterBar::IncidentFilterBar(Theme &theme, const IncidentCache &cache, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_cache(cache)
{
    setObjectName(QStringLiteral("incidentFilterBar"));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(&m_typing, &QTimer::timeout, this, &IncidentFilterBar::readControls);
    themeChanged();
    retranslate();
}

QToolButton *IncidentFilterBar::addToggle(const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(button, &QToolButton::toggled, this, &IncidentFilterBar::readControls);
    layout()->addWidget(button);
    return button;
}

void IncidentFilterBar::build()
{
    auto *flow = new FlowLayout(this, 8, 6);
    m_text = new QLineEdit(this);
    m_text->setObjectName(QStringLiteral("incidentFilterText"));
    m_text->setClearButtonEnabled(true);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        readControls();
        Q_EMIT left();
    });
    flow->addWidget(m_text);
    constexpr std::array severityNames {"filterCritical", "filterHigh", "filterMedium", "filterLow"};
    for (std::size_t i = 0; i < severityNames.size(); ++i)
        m_severities[i] = addToggle(severityNames[i]);
    constexpr std::array statusNames {"filterOpen", "filterAcknowledged", "filterSnoozed", "filterResolved"};
    for (std::size_t i = 0; i < statusNames.size(); ++i)
        m_statuses[i] = addToggle(statusNames[i]);
    m_owner = new QComboBox(this);
    m_owner->setObjectName(QStringLiteral("filterOwner"));
    for (int i = 0; i < 3; ++i)
        m_owner->addItem(QString());
    m_service = new LazyCombo(this, [this] { fillServices(); });
    m_service->setObjectName(QStringLiteral("filterService"));
    m_service->addItem(QString());
    for (QComboBox *combo : {m_owner, m_service}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(combo, &QComboBox::currentIndexChanged, this, &IncidentFilterBar::readControls);
        flow->addWidget(combo);
    }
    m_reset = new QPushButton(this);
    m_reset->setObjectName(QStringLiteral("filterReset"));
    setButtonLook(*m_reset, ButtonLook::Quiet);
    m_reset->hide();
    connect(m_reset, &QPushButton::clicked, this, &IncidentFilterBar::resetFilter);
    flow->addWidget(m_reset);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("incidentCounts"));
    flow->addWidget(m_counts);
}

void IncidentFilterBar::themeChanged()
{
    m_text->setFixedWidth(theme().px(220));
    for (std::size_t i = 0; i < allSeverities.size(); ++i)
        m_severities[i]->setIcon(severityIcon(lookOf(allSeverities[i]), theme()));
    m_counts->setFont(theme().ui(FontRole::Small));
    QPalette quiet = m_counts->palette();
    quiet.setColor(QPalette::WindowText, theme().text().secondary);
    m_counts->setPalette(quiet);
    m_counts->setMinimumHeight(theme().controlHeight());
}

void IncidentFilterBar::retranslate()
{
    const QSignalBlocker ownerBlocked(m_owner);
    const QSignalBlocker serviceBlocked(m_service);
    m_text->setPlaceholderText(tr("Filter: title, service, label …"));
    m_text->setAccessibleName(tr("Filter incidents by text"));
    nameClearButton(*m_text);
    for (std::size_t i = 0; i < allSeverities.size(); ++i) {
        m_severities[i]->setText(severityWord(lookOf(allSeverities[i])));
        m_severities[i]->setAccessibleName(tr("Show severity %1").arg(m_severities[i]->text()));
    }
    for (std::size_t i = 0; i < allStatuses.size(); ++i) {
        m_statuses[i]->setText(stateWord(lookOf(allStatuses[i])));
        m_statuses[i]->setAccessibleName(tr("Show state %1").arg(m_statuses[i]->text()));
    }
    m_owner->setItemText(0, tr("Any owner"));
    m_owner->setItemText(1, tr("Mine"));
    m_owner->setItemText(2, tr("Unassigned"));
    nameComboBox(*m_owner, tr("Owner"));
    m_service->setItemText(0, tr("Any service"));
    nameComboBox(*m_service, tr("Service"));
    m_reset->setText(tr("Reset"));
    m_reset->setAccessibleName(tr("Reset the filter"));
    setCounts(m_shown, m_waiting);
}

void IncidentFilterBar::setCounts(int shown, int waiting)
{
    m_shown = shown;
    m_waiting = waiting;
    const QString text = tr("%n incident(s)", nullptr, shown);
    m_counts->setText(waiting == 0 ? text : tr("%1, %2 waiting", "1: count of incidents").arg(text).arg(waiting));
    layout()->invalidate();
}

void IncidentFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void IncidentFilterBar::setMe(const std::string &user)
{
    if (m_filter.me == user)
        return;
    m_filter.me = user;
    if (m_filter.owner == IncidentFilter::Owner::Mine)
        Q_EMIT filterChanged(m_filter);
}

void IncidentFilterBar::setFilter(const IncidentFilter &filter)
{
    IncidentFilter next = filter;
    next.me = m_filter.me;
    if (next == m_filter)
        return;
    m_filter = next;
    showFilter();
    Q_EMIT filterChanged(m_filter);
}

void IncidentFilterBar::showFilter()
{
    m_showing = true;
    m_text->setText(QString::fromStdString(m_filter.text));
    m_typing.stop();
    for (std::size_t i = 0; i < allSeverities.size(); ++i)
        m_severities[i]->setChecked(m_filter.severities & IncidentFilter::bit(allSeverities[i]));
    for (std::size_t i = 0; i < allStatuses.size(); ++i)
        m_statuses[i]->setChecked(m_filter.statuses & IncidentFilter::bit(allStatuses[i]));
    m_owner->setCurrentIndex(int(m_filter.owner));
    fillServices();
    m_showing = false;
    m_reset->setVisible(!m_filter.isDefault());
}

void IncidentFilterBar::readControls()
{
    if (m_showing)
        return;
    IncidentFilter next;
    next.me = m_filter.me;
    next.text = m_text->text().trimmed().toStdString();
    for (std::size_t i = 0; i < allSeverities.size(); ++i)
        next.severities |= m_severities[i]->isChecked() ? IncidentFilter::bit(allSeverities[i]) : 0;
    for (std::size_t i = 0; i < allStatuses.size(); ++i)
        next.statuses |= m_statuses[i]->isChecked() ? IncidentFilter::bit(allStatuses[i]) : 0;
    next.owner = IncidentFilter::Owner(std::max(m_owner->currentIndex(), 0));
    if (m_service->currentIndex() > 0)
        next.service = m_service->currentText().toStdString();
    m_reset->setVisible(!next.isDefault());
    if (next == m_filter)
        return;
    m_filter = next;
    Q_EMIT filterChanged(m_filter);
}

void IncidentFilterBar::fillServices()
{
    std::set<std::string> services;
    for (const auto &[id, incident] : m_cache) {
        if (!incident.service.empty())
            services.insert(incident.service);
    }
    if (!m_filter.service.empty())
        services.insert(m_filter.service);
    const QSignalBlocker blocked(m_service);
    while (m_service->count() > 1)
        m_service->removeItem(m_service->count() - 1);
    for (const std::string &service : services)
        m_service->addItem(QString::fromStdString(service));
    const int chosen = m_filter.service.empty() ? 0 : m_service->findText(QString::fromStdString(m_filter.service));
    m_service->setCurrentIndex(std::max(chosen, 0));
}

void IncidentFilterBar::resetFilter()
{
    setFilter(IncidentFilter {});
}

} // namespace vigie
