// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace vigie {

/// The language of the whole application: Vigie's texts (compiled in) and Qt's own (from qt6-translations-l10n).
/// Changing it sets QLocale's default first, then sends LanguageChange to every window. GUI thread.
class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// "en" "de" "fr".
    static QStringList available();
    /// The language's own name: "Deutsch".
    static QString ownName(const QString &code);
    /// The desktop's language if we have it, else "en".
    static QString ofDesktop();

    /// Empty or unknown: the desktop's.
    void use(const QString &code);
    QString current() const { return m_current; }

Q_SIGNALS:
    /// After every text has changed.
    void changed();

private:
    static QLocale localeFor(const QString &code);

    QTranslator m_own;
    QTranslator m_qt;
    QString m_current;
};

} // namespace vigie
