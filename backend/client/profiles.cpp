// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/profiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace vigie {

namespace {
constexpr auto profilesGroup = "profiles";
constexpr auto settingsGroup = "settings";

constexpr std::array<std::pair<ThemeChoice, const char *>, 6> themeNames {{
    {ThemeChoice::System, "system"},
    {ThemeChoice::Dark, "dark"},
    {ThemeChoice::Light, "light"},
    {ThemeChoice::HcDark, "hc-dark"},
    {ThemeChoice::HcLight, "hc-light"},
    {ThemeChoice::Night, "night"},
}};
constexpr std::array<std::pair<MotionChoice, const char *>, 3> motionNames {{
    {MotionChoice::System, "system"},
    {MotionChoice::Full, "full"},
    {MotionChoice::Reduced, "reduced"},
}};

template<typename Table, typename Enum>
QString nameIn(const Table &table, Enum value)
{
    for (const auto &[choice, name] : table) {
        if (choice == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template<typename Table, typename Enum>
Enum valueIn(const Table &table, const QString &text, Enum fallback)
{
    for (const auto &[choice, name] : table) {
        if (text == QLatin1String(name))
            return choice;
    }
    return fallback;
}

int boundedInt(const QSettings &ini, const char *key, int fallback, int min, int max)
{
    bool isNumber = false;
    const int value = ini.value(QLatin1String(key)).toInt(&isNumber);
    return isNumber && value >= min && value <= max ? value : fallback;
}

bool switchOf(const QSettings &ini, const char *key, bool fallback)
{
    const QString text = ini.value(QLatin1String(key)).toString();
    return text == QLatin1String("true") ? true : text == QLatin1String("false") ? false : fallback;
}

Result<> checkUrl(const QUrl &url)
{
    const bool usable = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
    if (!usable)
        return fail(Error::Code::Invalid, "expected http:// or https:// with a host", "url");
    // A password in the address would end up in the settings file.
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return fail(Error::Code::Invalid, "the address must not contain a user, a query or a fragment", "url");
    return {};
}

Profile localProfile()
{
    Profile profile;
    profile.id = QStringLiteral("local");
    return profile;
}

Profile readProfile(const QSettings &ini, const QString &id)
{
    Profile profile;
    profile.id = id;
    profile.name = ini.value(QLatin1String("name")).toString();
    profile.url = QUrl(ini.value(QLatin1String("url")).toString(), QUrl::StrictMode);
    profile.caFile = ini.value(QLatin1String("caFile")).toString();
    profile.clientCertificate = ini.value(QLatin1String("clientCertificate")).toString();
    profile.clientKey = ini.value(QLatin1String("clientKey")).toString();
    profile.user = ini.value(QLatin1String("user")).toString();
    return profile;
}
} // namespace

QString Profile::secretKey() const
{
    return QString(QLatin1String("profile/") + id);
}

TlsOptions Profile::tls() const
{
    return {.caFile = caFile.toStdString(),
            .clientCertificateFile = clientCertificate.toStdString(),
            .clientKeyFile = clientKey.toStdString(),
            .verifyPeer = true};
}

ProfileStore::ProfileStore(QString file)
    : m_file(std::move(file))
{
    if (m_file.isEmpty())
        m_file = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + QLatin1String("/vigie/console.ini");
}

std::vector<Profile> ProfileStore::profiles() const
{
    std::vector<Profile> out {localProfile()};
    QSettings ini(m_file, QSettings::IniFormat);
    ini.beginGroup(QLatin1String(profilesGroup));
    const QStringList ids = ini.childGroups();
    for (const QString &id : ids) {
        ini.beginGroup(id);
        Profile profile = readProfile(ini, id);
        ini.endGroup();
        if (id != QLatin1String("local") && !profile.name.isEmpty() && checkUrl(profile.url))
            out.push_back(std::move(profile));
    }
    std::sort(out.begin() + 1, out.end(), [](const Profile &a, const Profile &b) {
        return std::pair(a.name.toCaseFolded(), a.id) < std::pair(b.name.toCaseFolded(), b.id);
    });
    return out;
}

Result<Profile> ProfileStore::saveProfile(Profile profile)
{
    static const QRegularExpression idForm(QStringLiteral("^[a-z0-9-]{1,64}$"));
    profile.name = profile.name.trimmed();
    if (profile.isPrivate())
        return fail(Error::Code::Invalid, "this machine's profile cannot be changed", "id");
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!idForm.match(profile.id).hasMatch())
        return fail(Error::Code::Invalid, "expected a-z, 0-9 and -", "id");
    if (profile.name.isEmpty())
        return fail(Error::Code::Invalid, "a profile needs a name", "name");
    if (const auto checked = checkUrl(profile.url); !checked)
        return tl::unexpected(checked.error());
    QSettings ini(m_file, QSettings::IniFormat);
    ini.beginGroup(QLatin1String(profilesGroup));
    ini.beginGroup(profile.id);
    ini.setValue(QLatin1String("name"), profile.name);
    ini.setValue(QLatin1String("url"), profile.url.toString());
    ini.setValue(QLatin1String("caFile"), profile.caFile);
    ini.setValue(QLatin1String("clientCertificate"), profile.clientCertificate);
    ini.setValue(QLatin1String("clientKey"), profile.clientKey);
    ini.setValue(QLatin1String("user"), profile.user);
    if (const auto saved = sync(ini); !saved)
        return tl::unexpected(saved.error());
    return profile;
}

Result<> ProfileStore::removeProfile(const QString &id)
{
    if (id == QLatin1String("local"))
        return fail(Error::Code::Invalid, "this machine's profile cannot be removed", "id");
    QSettings ini(m_file, QSettings::IniFormat);
    ini.beginGroup(QLatin1String(profilesGroup));
    if (!ini.childGroups().contains(id))
        return fail(Error::Code::NotFound, "no such profile", "id");
    ini.remove(id);
    return sync(ini);
}

ConsoleSettings ProfileStore::settings() const
{
    ConsoleSettings out;
    QSettings ini(m_file, QSettings::IniFormat);
    ini.beginGroup(QLatin1String(settingsGroup));
    out.theme = valueIn(themeNames, ini.value(QLatin1String("theme")).toString(), out.theme);
    out.motion = valueIn(motionNames, ini.value(QLatin1String("motion")).toString(), out.motion);
    const QString language = ini.value(QLatin1String("language")).toString();
    for (const char *known : {"en", "fr", "de"}) {
        if (language == QLatin1String(known))
            out.language = language;
    }
    out.textScalePercent = boundedInt(ini, "textScalePercent", out.textScalePercent, 75, 200);
    out.chartRange = std::chrono::minutes(
        boundedInt(ini, "chartRangeMinutes", static_cast<int>(out.chartRange.count()), 5, 7 * 24 * 60));
    out.railCollapsed = switchOf(ini, "railCollapsed", out.railCollapsed);
    out.closeToTray = switchOf(ini, "closeToTray", out.closeToTray);
    out.desktopNotifications = switchOf(ini, "desktopNotifications", out.desktopNotifications);
    out.rememberTokens = switchOf(ini, "rememberTokens", out.rememberTokens);
    out.lastPage = ini.value(QLatin1String("lastPage")).toString();
    out.lastProfile = ini.value(QLatin1String("lastProfile")).toString();
    out.windowGeometry = ini.value(QLatin1String("windowGeometry")).toByteArray();
    return out;
}

Result<> ProfileStore::saveSettings(const ConsoleSettings &settings)
{
    QSettings ini(m_file, QSettings::IniFormat);
    ini.beginGroup(QLatin1String(settingsGroup));
    ini.setValue(QLatin1String("theme"), nameIn(themeNames, settings.theme));
    ini.setValue(QLatin1String("motion"), nameIn(motionNames, settings.motion));
    ini.setValue(QLatin1String("language"), settings.language);
    ini.setValue(QLatin1String("textScalePercent"), settings.textScalePercent);
    ini.setValue(QLatin1String("chartRangeMinutes"), static_cast<int>(settings.chartRange.count()));
    ini.setValue(QLatin1String("railCollapsed"), settings.railCollapsed);
    ini.setValue(QLatin1String("closeToTray"), settings.closeToTray);
    ini.setValue(QLatin1String("desktopNotifications"), settings.desktopNotifications);
    ini.setValue(QLatin1String("rememberTokens"), settings.rememberTokens);
    ini.setValue(QLatin1String("lastPage"), settings.lastPage);
    ini.setValue(QLatin1String("lastProfile"), settings.lastProfile);
    ini.setValue(QLatin1String("windowGeometry"), settings.windowGeometry);
    return sync(ini);
}

Result<> ProfileStore::sync(QSettings &ini) const
{
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(Error::Code::Unavailable, "cannot make " + folder.toStdString());
    ini.sync();
    if (ini.status() != QSettings::NoError || !QFileInfo::exists(m_file))
        return fail(Error::Code::Unavailable, "cannot write " + m_file.toStdString());
    // Addresses and names are nobody else's business.
    QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

} // namespace vigie
