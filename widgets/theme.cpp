// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include "widgets/desktoppreference.h"
#include "widgets/vigiestyle.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStyleFactory>
#include <QToolTip>

#include <algorithm>
#include <cmath>

// The resources lie in a static library, where nothing else would pull them in.
// NOLINTNEXTLINE(misc-use-anonymous-namespace): Q_INIT_RESOURCE must stand outside of any namespace
static void initWidgetResources()
{
    Q_INIT_RESOURCE(vigie_widgets);
}

namespace vigie {

namespace {

constexpr std::array<const char *, themeCount> themeNames {"dark", "light", "hc-dark", "hc-light", "night"};
constexpr std::array<const char *, severityLookCount> severityTokens {"critical", "major",       "warning", "info",
                                                                      "ok",       "maintenance", "unknown"};
constexpr std::array<const char *, fontRoleCount> fontTokens {"caption", "small", "body", "bodyStrong", "h4",  "h3",
                                                              "h2",      "h1",    "stat", "statLarge",  "code"};
constexpr int minimumFontPx = 11; // tokens.json "type.note"

// tokens.json writes #RRGGBBAA, QColor reads #AARRGGBB.
QColor tokenColor(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.size() != 9)
        return {text};
    QColor color(text.left(7));
    color.setAlpha(QStringView(text).mid(7).toInt(nullptr, 16));
    return color;
}

QColor tokenColor(const QJsonObject &group, const char *name)
{
    return tokenColor(group.value(QLatin1String(name)));
}

QJsonObject child(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

ThemeColors readColors(const QJsonObject &theme)
{
    ThemeColors c;
    const QJsonObject s = child(theme, "surface");
    c.surface = {.canvas = tokenColor(s, "canvas"),
                 .panel = tokenColor(s, "panel"),
                 .raised = tokenColor(s, "raised"),
                 .overlay = tokenColor(s, "overlay"),
                 .sunken = tokenColor(s, "sunken"),
                 .selection = tokenColor(s, "selection"),
                 .hover = tokenColor(s, "hover"),
                 .zebra = tokenColor(s, "zebra")};
    const QJsonObject b = child(theme, "border");
    c.border = {.weak = tokenColor(b, "weak"),
                .medium = tokenColor(b, "medium"),
                .strong = tokenColor(b, "strong"),
                .focus = tokenColor(b, "focus")};
    const QJsonObject t = child(theme, "text");
    c.text = {.primary = tokenColor(t, "primary"),
              .secondary = tokenColor(t, "secondary"),
              .tertiary = tokenColor(t, "tertiary"),
              .disabled = tokenColor(t, "disabled"),
              .link = tokenColor(t, "link"),
              .inverse = tokenColor(t, "inverse")};
    const QJsonObject a = child(theme, "accent");
    c.accent = {.main = tokenColor(a, "main"),
                .fill = tokenColor(a, "fill"),
                .onFill = tokenColor(a, "onFill"),
                .subtle = tokenColor(a, "subtle")};
    const QJsonObject severities = child(theme, "severity");
    for (std::size_t i = 0; i < severityLookCount; ++i) {
        const QJsonObject one = child(severities, severityTokens[i]);
        c.severity[i] = {.graphic = tokenColor(one, "graphic"),
                         .text = tokenColor(one, "text"),
                         .onFill = tokenColor(one, "onFill"),
                         .subtle = tokenColor(one, "subtle")};
    }
    const QJsonArray series = theme.value(QLatin1String("series")).toArray();
    for (qsizetype i = 0; i < qsizetype(c.series.size()); ++i)
        c.series[std::size_t(i)] = tokenColor(series.at(i));
    const QJsonObject k = child(theme, "chart");
    c.chart = {.grid = tokenColor(k, "grid"),
               .axis = tokenColor(k, "axis"),
               .crosshair = tokenColor(k, "crosshair"),
               .band = tokenColor(k, "band"),
               .annotation = tokenColor(k, "annotation"),
               .thresholdAlpha = k.value(QLatin1String("thresholdAlpha")).toDouble()};
    return c;
}

// The first name of the list the system has, and the rest as substitutes.
QStringList families(const QJsonValue &list)
{
    QStringList names;
    const QJsonArray array = list.toArray();
    for (const auto &name : array)
        names << name.toString();
    return names;
}

} // namespace

struct Theme::Tokens {
    struct FontSpec {
        double size {13};
        double lineHeight {18};
        int weight {400};
    };
    std::array<ThemeColors, themeCount> themes;
    std::array<FontSpec, fontRoleCount> fonts;
    QStringList uiFamilies;
    QStringList monoFamilies;
    QStringList numericFamilies;
};

QString themeName(ThemeId id)
{
    return QLatin1String(themeNames[std::size_t(id)]);
}

ThemeId themeFromName(const QString &name)
{
    for (std::size_t i = 0; i < themeCount; ++i) {
        if (name == QLatin1String(themeNames[i]))
            return ThemeId(i);
    }
    return ThemeId::Dark;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    initWidgetResources();
    QFile file(QStringLiteral(":/vigie/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tokens.json is not compiled in");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    auto tokens = std::make_unique<Tokens>();
    const QJsonObject themes = child(root, "themes");
    for (std::size_t i = 0; i < themeCount; ++i)
        tokens->themes[i] = readColors(child(themes, themeNames[i]));
    const QJsonObject type = child(root, "type");
    const QJsonObject scale = child(type, "scale_px");
    for (std::size_t i = 0; i < fontRoleCount; ++i) {
        const QJsonArray row = scale.value(QLatin1String(fontTokens[i])).toArray();
        tokens->fonts[i]
            = {.size = row.at(0).toDouble(), .lineHeight = row.at(1).toDouble(), .weight = row.at(2).toInt()};
    }
    const QJsonObject family = child(type, "family");
    tokens->uiFamilies = families(family.value(QLatin1String("ui")));
    tokens->monoFamilies = families(family.value(QLatin1String("mono")));
    tokens->numericFamilies = families(family.value(QLatin1String("numeric")));
    m_tokens = std::move(tokens);
}

Theme::~Theme()
{
    // The application outlives its theme; a style that asks a dead one would read freed memory.
    if (m_style && QApplication::style() == m_style)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void Theme::apply(QApplication &app)
{
    m_app = &app;
    m_style = new VigieStyle(*this);
    app.setStyle(m_style);
    applyToApplication();
    watchDesktop();
    Q_EMIT changed();
}

void Theme::use(ThemeId id)
{
    m_follows = false;
    take(id);
}

void Theme::followSystem()
{
    if (std::exchange(m_follows, true))
        return;
    watchDesktop();
    desktopChanged();
}

bool Theme::followsSystem() const
{
    return m_follows;
}

/// Once, and for ever: reduced motion counts in every theme.
void Theme::watchDesktop()
{
    if (m_desktop)
        return;
    m_desktop = new DesktopPreference(this);
    connect(m_desktop, &DesktopPreference::changed, this, &Theme::desktopChanged);
    m_desktop->start();
}

void Theme::desktopChanged()
{
    const bool before = reducesMotion();
    m_desktopReduces = m_desktop->prefersReducedMotion();
    if (reducesMotion() != before)
        Q_EMIT changed();
    if (!m_follows)
        return;
    const bool light = m_desktop->prefersLight();
    if (m_desktop->prefersHighContrast())
        take(light ? ThemeId::HcLight : ThemeId::HcDark);
    else
        take(light ? ThemeId::Light : ThemeId::Dark);
}

void Theme::chooseReducedMotion(std::optional<bool> reduced)
{
    const bool before = reducesMotion();
    m_motionChoice = reduced;
    if (reducesMotion() != before)
        Q_EMIT changed();
}

void Theme::setFactor(double factor)
{
    factor = std::clamp(factor, 0.8, 2.0);
    if (std::abs(factor - m_factor) < 0.001)
        return;
    m_factor = factor;
    applyToApplication();
    Q_EMIT changed();
}

void Theme::take(ThemeId id)
{
    if (id == m_id)
        return;
    m_id = id;
    applyToApplication();
    Q_EMIT changed();
}

void Theme::applyToApplication()
{
    if (!m_app)
        return;
    // Setting a font lays out every widget again: only when it changed.
    const QFont body = ui(FontRole::Body);
    if (m_app->font() != body) {
        QApplication::setFont(body);
        QToolTip::setFont(ui(FontRole::Small));
    }
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
}

const ThemeColors &Theme::colors() const
{
    return m_tokens->themes[std::size_t(m_id)];
}

QPalette Theme::palette() const
{
    const ThemeColors &c = colors();
    QPalette p;
    p.setColor(QPalette::Window, c.surface.canvas);
    p.setColor(QPalette::WindowText, c.text.primary);
    p.setColor(QPalette::Base, c.surface.panel);
    p.setColor(QPalette::AlternateBase, c.surface.zebra);
    p.setColor(QPalette::Text, c.text.primary);
    p.setColor(QPalette::PlaceholderText, c.text.tertiary);
    p.setColor(QPalette::Button, c.surface.raised);
    p.setColor(QPalette::ButtonText, c.text.primary);
    p.setColor(QPalette::BrightText, c.severity[0].text);
    p.setColor(QPalette::ToolTipBase, c.surface.overlay);
    p.setColor(QPalette::ToolTipText, c.text.primary);
    p.setColor(QPalette::Highlight, c.surface.selection);
    p.setColor(QPalette::HighlightedText, c.text.primary);
    p.setColor(QPalette::Link, c.text.link);
    p.setColor(QPalette::LinkVisited, c.text.link);
    p.setColor(QPalette::Light, c.surface.overlay);
    p.setColor(QPalette::Midlight, c.border.weak);
    p.setColor(QPalette::Mid, c.border.medium);
    p.setColor(QPalette::Dark, c.border.strong);
    p.setColor(QPalette::Shadow, c.surface.sunken);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, c.text.disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.surface.hover);
    return p;
}

QFont Theme::ui(FontRole role) const
{
    const Tokens::FontSpec &spec = m_tokens->fonts[std::size_t(role)];
    QFont font;
    font.setFamilies(role == FontRole::Code ? m_tokens->monoFamilies : m_tokens->uiFamilies);
    font.setPixelSize(std::max(minimumFontPx, px(spec.size)));
    font.setWeight(QFont::Weight(spec.weight));
    return font;
}

QFont Theme::numeric(FontRole role) const
{
    const Tokens::FontSpec &spec = m_tokens->fonts[std::size_t(role)];
    QFont font;
    font.setFamilies(m_tokens->numericFamilies);
    // JetBrains Mono has a larger x-height than Inter: one step smaller looks the same size.
    font.setPixelSize(std::max(minimumFontPx, px(spec.size * 0.93)));
    font.setWeight(QFont::Weight(spec.weight));
    font.setStyleHint(QFont::Monospace);
    return font;
}

int Theme::lineHeight(FontRole role) const
{
    return px(m_tokens->fonts[std::size_t(role)].lineHeight);
}

int Theme::px(double size) const
{
    return int(std::lround(size * m_factor));
}

} // namespace vigie
