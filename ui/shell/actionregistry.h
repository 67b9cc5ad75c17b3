// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace vigie {

class Preferences;

/// One thing a user can do. Everything a button, a key or the palette does is an action of the registry.
struct ActionSpec {
    /// Stable, stored with rebound keys: "incidents.acknowledge".
    QString id;
    /// Called for each use, so that it follows the language: [] { return tr("Acknowledge"); }
    std::function<QString()> title;
    /// Heading in palette and shortcut sheet.
    std::function<QString()> category;
    /// Default keys in portable spelling: "Ctrl+K", "A", "G, I", "?"; empty: none.
    QString keys {};
    /// Id of the page on which the keys work; empty: everywhere. The palette shows it everywhere and goes to the page
    /// first.
    QString page {};
    /// Untranslated synonyms for the palette's search.
    QString keywords {};
    /// Not in the palette (j, k).
    bool hidden {false};
    /// A table with the focus takes these keys itself (j, k).
    bool tablesHaveIt {false};
    /// Acts on what is selected on its page. From another page it only goes there: nobody has seen what it would be
    /// done to.
    bool onSelection {false};
};

/// All actions of the console with their keys. Owned by the composition root, outlives the pages. GUI thread. Rebound
/// keys are kept in the preferences.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    /// Empty when the action can run now, else the translated reason.
    using WhyNot = std::function<QString()>;

    explicit ActionRegistry(Preferences &preferences, QObject *parent = nullptr);

    /// The action disappears with `owner`. An id that is there already is replaced.
    void add(ActionSpec spec, QObject *owner, std::function<void()> run, WhyNot whyNot = {});
    void remove(const QString &id);
    const ActionSpec *find(const QString &id) const;
    /// In the order they were added.
    QStringList ids() const;
    QString title(const QString &id) const;
    QString whyNot(const QString &id) const;
    /// The page that is shown; the window tells.
    void setPage(const QString &page) { m_page = page; }
    /// Runs it when nothing speaks against it; otherwise refused(). False for an unknown id, too.
    bool trigger(const QString &id);

    /// Portable spelling; empty: none.
    QString keys(const QString &id) const;
    /// As shown: "Ctrl+K", "g i".
    QString shownKeys(const QString &id) const;
    bool isRebound(const QString &id) const;
    /// What already uses these keys (or a beginning of them) where this action works; empty: free. Keys that take a
    /// leading part of a sequence count too.
    QString conflict(const QString &id, const QString &keys) const;
    /// Portable spelling; empty takes the keys away. False, and nothing done, when there is a conflict.
    bool rebind(const QString &id, const QString &keys);
    void resetKeys(const QString &id);
    void resetAllKeys();

    enum class Match : std::uint8_t { None, Partial, Exact };
    struct Found {
        Match match {Match::None};
        QString id;
    };
    /// What this sequence (portable spelling) means while `page` is shown. O(actions).
    Found match(const QString &sequence, const QString &page) const;

Q_SIGNALS:
    /// Actions came or went (told once, from the event loop), or keys changed.
    void changed();
    void refused(const QString &id, const QString &reason);
    /// An action of a page is about to run from elsewhere: go there.
    void pageNeeded(const QString &page);
    void triggered(const QString &id);

private:
    struct Entry {
        ActionSpec spec;
        std::function<void()> run;
        WhyNot reason;
    };
    const Entry *entry(const QString &id) const;
    void announce();

    Preferences &m_preferences;
    std::vector<Entry> m_entries;
    QString m_page;
    bool m_announcing {false};
};

/// "G, I" -> "g i"; "Ctrl+K" in the desktop's spelling.
QString shownKeySequence(const QString &portable);

} // namespace vigie
