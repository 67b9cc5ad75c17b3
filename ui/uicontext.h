// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrlQuery>

namespace vigie {

class ActionRegistry;
class Clock;
class Connector;
class Notices;
class Preferences;
class ProfileStore;
class SecretStore;
class Session;
class Theme;
class WorkerThread;

/// How a page sends the user to another one.
class Navigator : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// `what` goes to Page::openWith(): incidents take "id" or "severity", "status", "owner", "service", "text";
    /// sources take "id"; metrics take "query" (a selector), settings "section".
    void go(const QString &pageId, const QUrlQuery &what = {}) { Q_EMIT requested(pageId, what); }

Q_SIGNALS:
    void requested(const QString &pageId, const QUrlQuery &what);
};

/// What every page gets, by reference. Made by the composition root; all of it outlives the window. Language and time
/// zone: QLocale() and QTimeZone::systemTimeZone(), read when used (LanguageChange tells of a new one).
struct UiContext {
    Theme &theme;
    const Clock &clock;
    WorkerThread &worker;
    Session &session;
    Connector &connector;
    ProfileStore &profiles;
    SecretStore &secrets;
    Preferences &preferences;
    ActionRegistry &actions;
    Notices &notices;
    Navigator &navigator;
};

} // namespace vigie
