// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include "ui/shell/language.h"
#include "ui/shell/preferences.h"
#include "widgets/theme.h"

namespace vigie {

namespace {

void applyThemeChoice(Theme &theme, ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        theme.followSystem();
        return;
    case ThemeChoice::Dark:
        theme.use(ThemeId::Dark);
        return;
    case ThemeChoice::Light:
        theme.use(ThemeId::Light);
        return;
    case ThemeChoice::HcDark:
        theme.use(ThemeId::HcDark);
        return;
    case ThemeChoice::HcLight:
        theme.use(ThemeId::HcLight);
        return;
    case ThemeChoice::Night:
        theme.use(ThemeId::Night);
        return;
    }
}

} // namespace

Appearance::Appearance(Theme &theme, Language &language, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_language(language)
    , m_preferences(preferences)
    , m_seenTheme(preferences.settings().theme)
    , m_seenLanguage(preferences.settings().language)
{
    connect(&preferences, &Preferences::changed, this, &Appearance::apply);
}

void Appearance::overrideTheme(const QString &name)
{
    m_themeOverride = name;
}

void Appearance::overrideLanguage(const QString &code)
{
    m_languageOverride = code;
}

void Appearance::apply()
{
    const ConsoleSettings &settings = m_preferences.settings();
    if (settings.theme != m_seenTheme)
        m_themeOverride.clear();
    if (settings.language != m_seenLanguage)
        m_languageOverride.clear();
    m_seenTheme = settings.theme;
    m_seenLanguage = settings.language;

    m_language.use(m_languageOverride.isEmpty() ? settings.language : m_languageOverride);
    m_theme.chooseReducedMotion(settings.motion == MotionChoice::System
                                    ? std::nullopt
                                    : std::optional(settings.motion == MotionChoice::Reduced));
    m_theme.setFactor(settings.textScalePercent / 100.0);
    if (m_themeOverride.isEmpty())
        applyThemeChoice(m_theme, settings.theme);
    else if (m_themeOverride == QLatin1String("system"))
        m_theme.followSystem();
    else
        m_theme.use(themeFromName(m_themeOverride));
}

} // namespace vigie
