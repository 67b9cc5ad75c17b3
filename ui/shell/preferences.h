// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/profiles.h"

#include <QMap>
#include <QObject>
#include <QVariant>

#include <functional>
#include <memory>

class QSettings;

namespace vigie {

/// The settings as they are now, and what the window remembers by itself (rebound keys, recent commands, columns,
/// splitters), in <console.ini>'s folder as console-state.ini. Applied and stored at once. GUI thread.
class Preferences : public QObject {
    Q_OBJECT
public:
    enum class RowDensity : std::uint8_t { Normal, Compact };
    Q_ENUM(RowDensity)

    /// The store outlives this.
    explicit Preferences(ProfileStore &store, QObject *parent = nullptr);
    ~Preferences() override;

    const ConsoleSettings &settings() const { return m_settings; }
    /// Changes, stores and tells; nothing happens when nothing differs.
    void update(const std::function<void(ConsoleSettings &)> &change);

    RowDensity rowDensity() const;
    void setRowDensity(RowDensity density);
    /// Height of a table row at factor 1.0: 28 or 24.
    int rowHeight() const { return rowDensity() == RowDensity::Compact ? 24 : 28; }

    /// Of the whole window, 100 to 200: QT_SCALE_FACTOR of the next start, in percent.
    int windowScalePercent() const;
    void setWindowScalePercent(int percent);

    /// Rebound keys: action id to portable spelling.
    QMap<QString, QString> keys() const { return m_keys; }
    void setKeys(const QMap<QString, QString> &keys);

    /// For what a page remembers ("incidents/splitter"); not announced.
    QVariant state(const QString &key, const QVariant &fallback = {}) const;
    void setState(const QString &key, const QVariant &value);

Q_SIGNALS:
    void changed();
    void rowDensityChanged();
    /// Could not be written: say so, once.
    void savingFailed(const vigie::Error &error);

private:
    void loadKeys();

    ProfileStore &m_store;
    ConsoleSettings m_settings;
    std::unique_ptr<QSettings> m_state;
    QMap<QString, QString> m_keys;
};

} // namespace vigie
