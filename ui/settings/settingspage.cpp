// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/aboutsettings.h"
#include "ui/settings/appearancesettings.h"
#include "ui/settings/connectionsettings.h"
#include "ui/settings/keyboardsettings.h"
#include "ui/shell/actionregistry.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

SettingsPage::SettingsPage(UiContext &context, QWidget *parent)
    : Page(context, parent)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
    , m_connections(new ConnectionSettings(context))
{
    setObjectName(QStringLiteral("page.settings"));
    m_sections = {{QStringLiteral("appearance"), new AppearanceSettings(context)},
                  {QStringLiteral("connections"), m_connections},
                  {QStringLiteral("keyboard"), new KeyboardSettings(context)},
                  {QStringLiteral("data"), new DataSettings(context)},
                  {QStringLiteral("about"), new AboutSettings(context)}};
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    m_scroll->setObjectName(QStringLiteral("settings.scroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_grid->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    m_grid->setSpacing(Theme::panelGap);
    arrange(true);
    registerActions();
    connect(m_connections, &ConnectionSettings::profilesChanged, this, &SettingsPage::profilesChanged);
    retranslate();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::arrange(bool twoColumns)
{
    m_twoColumns = twoColumns;
    for (Panel *panel : std::as_const(m_sections))
        m_grid->removeWidget(panel);
    const auto place = [this](const char *name, int row, int column, int rows) {
        m_grid->addWidget(m_sections[QLatin1String(name)], row, column, rows, 1);
    };
    if (twoColumns) {
        place("appearance", 0, 0, 1);
        place("data", 1, 0, 1);
        place("about", 2, 0, 1);
        place("connections", 0, 1, 1);
        place("keyboard", 1, 1, 3);
    } else {
        place("appearance", 0, 0, 1);
        place("connections", 1, 0, 1);
        place("keyboard", 2, 0, 1);
        place("data", 3, 0, 1);
        place("about", 4, 0, 1);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, twoColumns ? 1 : 0);
    m_grid->setRowStretch(3, twoColumns ? 1 : 0);
    m_grid->setRowStretch(5, twoColumns ? 0 : 1);
}

void SettingsPage::registerActions()
{
    const auto add = [this](const QString &name, std::function<QString()> text) {
        context().actions.add({.id = QLatin1String("settings.") + name,
                               .title = std::move(text),
                               .category = [] { return tr("Settings"); },
                               .page = id(),
                               .keywords = QStringLiteral("preferences options configuration")},
                              this, [this, name] {
                                  QUrlQuery what;
                                  what.addQueryItem(QStringLiteral("section"), name);
                                  openWith(what);
                              });
    };
    add(QStringLiteral("appearance"), [] { return tr("Settings: appearance"); });
    add(QStringLiteral("connections"), [] { return tr("Settings: connections"); });
    add(QStringLiteral("keyboard"), [] { return tr("Settings: keyboard"); });
    add(QStringLiteral("data"), [] { return tr("Settings: data"); });
    add(QStringLiteral("about"), [] { return tr("About Vigie"); });
    context().actions.add({.id = QStringLiteral("settings.addConnection"),
                           .title = [] { return tr("Add a connection…"); },
                           .category = [] { return tr("Settings"); },
                           .page = id(),
                           .keywords = QStringLiteral("profile server url team")},
                          this, [this] { m_connections->addProfile(); });
}

void SettingsPage::activate()
{
    if (!isAncestorOf(focusWidget()))
        m_sections[QStringLiteral("appearance")]->setFocus();
}

void SettingsPage::openWith(const QUrlQuery &what)
{
    Panel *panel = m_sections.value(what.queryItemValue(QStringLiteral("section"))
                                        .replace(QLatin1String("profiles"), QLatin1String("connections")));
    if (!panel)
        return;
    m_scroll->ensureWidgetVisible(panel, 0, Theme::pageMargin);
    const QList<QWidget *> fields = panel->findChildren<QWidget *>();
    const auto takesFocus = [](const QWidget *widget) { return widget->focusPolicy() & Qt::TabFocus; };
    const auto first = std::ranges::find_if(fields, takesFocus);
    if (first != fields.end())
        (*first)->setFocus();
}

void SettingsPage::focusFilter()
{
    if (auto *filter = findChild<QLineEdit *>(QStringLiteral("settings.keyFilter"))) {
        m_scroll->ensureWidgetVisible(filter);
        filter->setFocus();
    }
}

void SettingsPage::retranslate()
{
    setAccessibleName(title());
    m_scroll->setAccessibleName(title());
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool twoColumns = width() >= theme().px(980);
    if (twoColumns != m_twoColumns)
        arrange(twoColumns);
}

} // namespace vigie
