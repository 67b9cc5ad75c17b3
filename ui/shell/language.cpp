// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

// NOLINTNEXTLINE(misc-use-anonymous-namespace): Q_INIT_RESOURCE must stand outside of any namespace
static void initTranslations()
{
    Q_INIT_RESOURCE(vigie_translations);
}

namespace vigie {

Language::Language(QObject *parent)
    : QObject(parent)
{
    initTranslations();
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QStringList Language::available()
{
    return {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("fr")};
}

QString Language::ownName(const QString &code)
{
    if (code == QLatin1String("de"))
        return QStringLiteral("Deutsch");
    if (code == QLatin1String("fr"))
        return QStringLiteral("Français");
    return QStringLiteral("English");
}

QString Language::ofDesktop()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &language : wanted) {
        const QString code = language.left(2).toLower();
        if (available().contains(code))
            return code;
    }
    return QStringLiteral("en");
}

/// The desktop's own locale where its language is the one asked for, so that Austria keeps its formats.
QLocale Language::localeFor(const QString &code)
{
    const QLocale system = QLocale::system();
    if (QLocale::languageToString(system.language()) != QLatin1String("C") && system.name().startsWith(code))
        return system;
    if (code == QLatin1String("en"))
        return {QLocale::English, QLocale::UnitedKingdom};
    return QLocale(code);
}

void Language::use(const QString &code)
{
    const QString next = available().contains(code) ? code : ofDesktop();
    if (next == m_current)
        return;
    m_current = next;
    QLocale::setDefault(localeFor(next));
    // Removing and installing each send LanguageChange; texts are read from scratch every time, so that is only time.
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(QString(QLatin1String("qtbase_") % next), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has a file too: plural forms.
    if (m_own.load(QString(QLatin1String(":/vigie/i18n/vigie_") % next % QLatin1String(".qm"))))
        QCoreApplication::installTranslator(&m_own);
    Q_EMIT changed();
}

} // namespace vigie
