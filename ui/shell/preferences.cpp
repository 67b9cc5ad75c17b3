// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace vigie {

namespace {
constexpr QLatin1String densityKey("rows/density");
constexpr QLatin1String scaleKey("window/scalePercent");
constexpr QLatin1String keysGroup("keys");
} // namespace

Preferences::Preferences(ProfileStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(store.settings())
    , m_state(std::make_unique<QSettings>(
          QString(QFileInfo(store.file()).absolutePath() % QLatin1String("/console-state.ini")), QSettings::IniFormat))
{
    loadKeys();
}

Preferences::~Preferences() = default;

void Preferences::update(const std::function<void(ConsoleSettings &)> &change)
{
    ConsoleSettings next = m_settings;
    change(next);
    if (next == m_settings)
        return;
    m_settings = next;
    if (const Result<> saved = m_store.saveSettings(m_settings); !saved)
        Q_EMIT savingFailed(saved.error());
    Q_EMIT changed();
}

Preferences::RowDensity Preferences::rowDensity() const
{
    return state(densityKey).toString() == QLatin1String("compact") ? RowDensity::Compact : RowDensity::Normal;
}

void Preferences::setRowDensity(RowDensity density)
{
    if (density == rowDensity())
        return;
    setState(densityKey, density == RowDensity::Compact ? QStringLiteral("compact") : QStringLiteral("normal"));
    Q_EMIT rowDensityChanged();
}

int Preferences::windowScalePercent() const
{
    return std::clamp(state(scaleKey, 100).toInt(), 100, 200);
}

void Preferences::setWindowScalePercent(int percent)
{
    setState(scaleKey, std::clamp(percent, 100, 200));
}

void Preferences::loadKeys()
{
    m_state->beginGroup(keysGroup);
    const QStringList ids = m_state->childKeys();
    for (const QString &id : ids)
        m_keys.insert(id, m_state->value(id).toStringList().join(QLatin1String(", ")));
    m_state->endGroup();
}

void Preferences::setKeys(const QMap<QString, QString> &keys)
{
    m_keys = keys;
    m_state->remove(keysGroup);
    m_state->beginGroup(keysGroup);
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        m_state->setValue(it.key(), it.value());
    m_state->endGroup();
}

QVariant Preferences::state(const QString &key, const QVariant &fallback) const
{
    return m_state->value(key, fallback);
}

void Preferences::setState(const QString &key, const QVariant &value)
{
    m_state->setValue(key, value);
}

} // namespace vigie
