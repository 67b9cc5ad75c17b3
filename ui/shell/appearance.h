// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/profiles.h"

#include <QObject>

namespace vigie {

class Language;
class Preferences;
class Theme;

/// Makes theme, text size and language follow the preferences. What the command line asked for wins until the user
/// changes that very setting.
class Appearance : public QObject {
    Q_OBJECT
public:
    /// All of them outlive this.
    Appearance(Theme &theme, Language &language, Preferences &preferences, QObject *parent = nullptr);
    /// For this run only: spelling of themeName() or "system"; empty: as set.
    void overrideTheme(const QString &name);
    void overrideLanguage(const QString &code);
    void apply();

private:
    Theme &m_theme;
    Language &m_language;
    Preferences &m_preferences;
    QString m_themeOverride;
    QString m_languageOverride;
    ThemeChoice m_seenTheme;
    QString m_seenLanguage;
};

} // namespace vigie
