// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the window itself, the palette and the key sheet.
#include "ui/help/helpactions.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/openprofile.h"
#include "ui/shell/preferences.h"
#include "ui/text/incidentwords.h"
#include "ui/text/words.h"
#include "widgets/commandpalette.h"
#include "widgets/navrail.h"
#include "widgets/shortcutsheet.h"
#include "widgets/toast.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr QLatin1String incidentPrefix("incident:");
constexpr QLatin1String profilePrefix("profile:");

QString themeWord(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return MainWindow::tr("Theme: as the desktop");
    case ThemeChoice::Dark:
        return MainWindow::tr("Theme: dark");
    case ThemeChoice::Light:
        return MainWindow::tr("Theme: light");
    case ThemeChoice::HcDark:
        return MainWindow::tr("Theme: high contrast, dark");
    case ThemeChoice::HcLight:
        return MainWindow::tr("Theme: high contrast, light");
    case ThemeChoice::Night:
        return MainWindow::tr("Theme: night");
    }
    return {};
}

} // namespace

void MainWindow::addAction(const char *id, std::function<QString()> title, std::function<QString()> category,
                           const char *keys, std::function<void()> run, const char *keywords)
{
    m_context.actions.add({.id = QLatin1String(id),
                           .title = std::move(title),
                           .category = std::move(category),
                           .keys = QLatin1String(keys),
                           .page = {},
                           .keywords = QLatin1String(keywords)},
                          this, std::move(run));
}

void MainWindow::addActions()
{
    addPageActions();
    addWindowActions();
    addConnectionActions();
    addLookActions();
    addHelpActions(m_context, this, [this] { return currentPage() ? currentPage()->id() : QString(); });
}

void MainWindow::addPageActions()
{
    for (Page *one : m_pages) {
        const QString id = one->id();
        m_context.actions.add({.id = QString(QLatin1String("go.") % id),
                               .title = [one] { return tr("Go to %1").arg(one->title()); },
                               .category = [] { return tr("Pages"); },
                               .keys = one->keys(),
                               .page = {},
                               .keywords = QString(QLatin1String("page ") % id)},
                              this, [this, id] { showPage(id); });
    }
}

void MainWindow::addWindowActions()
{
    const auto category = [] { return tr("Window"); };
    addAction(
        "palette.open", [] { return tr("Search or run a command"); }, category, "Ctrl+K", [this] { openPalette(); });
    addAction(
        "filter.focus", [] { return tr("Filter this page"); }, category, "/",
        [this] {
            if (currentPage())
                currentPage()->focusFilter();
        });
    addAction(
        "page.refresh", [] { return tr("Refresh"); }, category, "F5",
        [this] {
            m_context.session.retryNow();
            if (currentPage())
                currentPage()->refresh();
        },
        "reload");
    addAction(
        "window.fullScreen", [] { return tr("Full screen"); }, category, "F11", [this] { toggleFullScreen(); });
    addAction(
        "window.rail", [] { return tr("Collapse or expand the page list"); }, category, "Ctrl+B",
        [this] { m_context.preferences.update([](ConsoleSettings &s) { s.railCollapsed = !s.railCollapsed; }); },
        "sidebar");
    addAction(
        "keys.show", [] { return tr("Show all keys"); }, category, "?", [this] { showKeys(); }, "shortcuts help");
    addAction(
        "toast.undo", [] { return tr("Undo the last action"); }, category, "Ctrl+Z",
        [this] {
            if (!m_toasts->undoLatest())
                m_context.actions.refused(QStringLiteral("toast.undo"), tr("There is nothing to undo."));
        });
    addAction(
        "window.quit", [] { return tr("Quit"); }, category, "Ctrl+Q", [this] { close(); }, "exit");
    if (m_byId.contains(QStringLiteral("settings")))
        addAction(
            "settings.open", [] { return tr("Open the settings"); }, category, "Ctrl+,",
            [this] { showPage(QStringLiteral("settings")); }, "preferences options");
}

void MainWindow::addConnectionActions()
{
    const auto category = [] { return tr("Connection"); };
    addAction(
        "connection.retry", [] { return tr("Connect again now"); }, category, "", [this] { retryConnection(); },
        "reconnect");
    m_context.actions.add(
        {.id = QStringLiteral("connection.signIn"),
         .title = [] { return tr("Sign in with another token …"); },
         .category = category,
         .keywords = QStringLiteral("login password")},
        this, [this] { askForToken(Connector::Need::NeverGiven); },
        [this] {
            return m_context.connector.profile().isPrivate() ? tr("This machine's own daemon asks for no token.")
                                                             : QString();
        });
    if (m_byId.contains(QStringLiteral("settings")))
        addAction(
            "profiles.manage", [] { return tr("Manage server profiles …"); }, category, "",
            [this] {
                QUrlQuery what;
                what.addQueryItem(QStringLiteral("section"), QStringLiteral("profiles"));
                showPage(QStringLiteral("settings"), what);
            });
}

void MainWindow::addLookActions()
{
    const auto category = [] { return tr("Appearance"); };
    constexpr std::array themes {ThemeChoice::System, ThemeChoice::Dark,    ThemeChoice::Light,
                                 ThemeChoice::HcDark, ThemeChoice::HcLight, ThemeChoice::Night};
    constexpr std::array ids {"theme.system", "theme.dark",    "theme.light",
                              "theme.hcDark", "theme.hcLight", "theme.night"};
    for (std::size_t i = 0; i < themes.size(); ++i) {
        const ThemeChoice choice = themes[i];
        addAction(
            ids[i], [choice] { return themeWord(choice); }, category, "",
            [this, choice] {
                m_context.preferences.update([choice](ConsoleSettings &settings) { settings.theme = choice; });
            });
    }
    for (const QString &code : Language::available()) {
        const QByteArray id = QByteArray("language.") + code.toLatin1();
        addAction(
            id.constData(), [code] { return tr("Language: %1").arg(Language::ownName(code)); }, category, "",
            [this, code] {
                m_context.preferences.update([code](ConsoleSettings &settings) { settings.language = code; });
            });
    }
    const auto scale = [this](int change) {
        m_context.preferences.update([change](ConsoleSettings &settings) {
            settings.textScalePercent = std::clamp(change == 0 ? 100 : settings.textScalePercent + change, 80, 200);
        });
    };
    addAction(
        "scale.larger", [] { return tr("Larger text"); }, category, "Ctrl++", [scale] { scale(10); }, "zoom in");
    addAction(
        "scale.smaller", [] { return tr("Smaller text"); }, category, "Ctrl+-", [scale] { scale(-10); }, "zoom out");
    addAction(
        "scale.reset", [] { return tr("Text at 100 %"); }, category, "Ctrl+0", [scale] { scale(0); }, "zoom");
}

void MainWindow::openPalette()
{
    if (m_palette->isOpen()) {
        m_palette->dismiss();
        return;
    }
    m_sheet->dismiss();
    fillPalette({});
    m_palette->open();
}

void MainWindow::fillPalette(const QString &text)
{
    std::vector<PaletteEntry> entries;
    const QStringList ids = m_context.actions.ids();
    for (const QString &id : ids) {
        const ActionSpec *spec = m_context.actions.find(id);
        if (spec->hidden || id == QLatin1String("palette.open"))
            continue;
        // An action of another page can run after going there, so only what holds on this page counts here.
        const bool here = spec->page.isEmpty() || (currentPage() && spec->page == currentPage()->id());
        const QString whyNot = here ? m_context.actions.whyNot(id) : QString();
        entries.push_back({id, spec->title(), spec->category(), m_context.actions.shownKeys(id), whyNot.isEmpty(),
                           whyNot, spec->keywords});
    }
    for (const Profile &profile : m_context.profiles.profiles())
        entries.push_back({QString(profilePrefix % profile.id),
                           tr("Connect to %1").arg(profileName(profile)),
                           tr("Connection"),
                           {},
                           true,
                           {},
                           profile.url.toString()});
    if (text.trimmed().size() >= 2) {
        constexpr int maxIncidents = 20;
        int found = 0;
        for (const auto &[id, incident] : m_context.session.incidents()) {
            if (incident.isClosed())
                continue;
            const QString title = incidentTitle(incident);
            if (!title.contains(text.trimmed(), Qt::CaseInsensitive))
                continue;
            entries.push_back({QString(incidentPrefix % toQString(id.value)), title, tr("Incident"), {}, true, {}, {}});
            if (++found == maxIncidents)
                break;
        }
    }
    m_palette->setEntries(std::move(entries));
}

void MainWindow::paletteQuery(const QString &text)
{
    fillPalette(text);
}

void MainWindow::runPaletteEntry(const QString &id)
{
    if (id.startsWith(incidentPrefix)) {
        QUrlQuery what;
        what.addQueryItem(QStringLiteral("id"), id.mid(incidentPrefix.size()));
        showPage(QStringLiteral("incidents"), what);
        return;
    }
    if (id.startsWith(profilePrefix)) {
        for (const Profile &profile : m_context.profiles.profiles()) {
            if (profile.id == id.mid(profilePrefix.size()))
                openProfile(m_context, profile);
        }
        return;
    }
    m_context.actions.trigger(id);
}

void MainWindow::showKeys()
{
    if (m_sheet->isVisible()) {
        m_sheet->dismiss();
        return;
    }
    const QString shown = currentPage() ? currentPage()->id() : QString();
    std::vector<ShortcutEntry> entries;
    const QStringList ids = m_context.actions.ids();
    for (const QString &id : ids) {
        const ActionSpec *spec = m_context.actions.find(id);
        const QString keys = m_context.actions.shownKeys(id);
        if (!keys.isEmpty() && (spec->page.isEmpty() || spec->page == shown))
            entries.push_back({keys, spec->title(), spec->category()});
    }
    // What belongs together stands together, whoever added it when.
    std::ranges::stable_sort(entries, [](const ShortcutEntry &a, const ShortcutEntry &b) {
        return a.category.localeAwareCompare(b.category) < 0;
    });
    m_sheet->setEntries(std::move(entries));
    m_sheet->open();
}

} // namespace vigie
