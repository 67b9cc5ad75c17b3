// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPointer>
#include <QStyle>

#include <array>
#include <memory>
#include <optional>

class QApplication;

namespace vigie {

enum class ThemeId : std::uint8_t { Dark, Light, HcDark, HcLight, Night };
inline constexpr std::size_t themeCount = 5;
/// Spelling in tokens.json and in settings: "dark" "light" "hc-dark" "hc-light" "night".
QString themeName(ThemeId id);
/// Dark for an unknown spelling.
ThemeId themeFromName(const QString &name);

/// Rows of tokens.json "type.scale_px".
enum class FontRole : std::uint8_t { Caption, Small, Body, BodyStrong, H4, H3, H2, H1, Stat, StatLarge, Code };
inline constexpr std::size_t fontRoleCount = 11;

/// How something is drawn by its gravity; tokens.json "severity". Critical to Low are incident severities (the tokens
/// critical, major, warning, info), the rest are states of things.
enum class SeverityLook : std::uint8_t { Critical, High, Medium, Low, Ok, Maintenance, Unknown };
inline constexpr std::size_t severityLookCount = 7;

struct SurfaceColors {
    QColor canvas, panel, raised, overlay, sunken, selection, hover, zebra;
};
struct BorderColors {
    QColor weak, medium, strong, focus;
};
struct TextColors {
    QColor primary, secondary, tertiary, disabled, link, inverse;
};
struct AccentColors {
    QColor main, fill, onFill, subtle;
};
struct SeverityColors {
    QColor graphic; ///< shapes and lines, at least 3:1 on a panel
    QColor text; ///< at least 4.5:1 on a panel and on `subtle`
    QColor onFill; ///< text on a `graphic` fill
    QColor subtle; ///< quiet fill
};
struct ChartColors {
    QColor grid, axis, crosshair, band, annotation;
    double thresholdAlpha {0.16};
};
struct ThemeColors {
    SurfaceColors surface;
    BorderColors border;
    TextColors text;
    AccentColors accent;
    std::array<SeverityColors, severityLookCount> severity;
    std::array<QColor, 8> series;
    ChartColors chart;
};

/// The design tokens as they are now: colours, fonts and sizes, read from the compiled-in tokens.json. Made once by the
/// composition root and passed by reference; it outlives every widget that holds it. GUI thread only.
/// Sizes are device-independent pixels; px() and the fonts follow the user's factor.
class Theme : public QObject {
    Q_OBJECT
public:
    /// Starts dark. Parses the tokens (< 5 ms).
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Sets style, palette and fonts of the application, now and with every change to come.
    void apply(QApplication &app);

    /// Takes this theme and stops following the desktop. No-op when it is current already.
    void use(ThemeId id);
    /// Follows color-scheme and contrast of org.freedesktop.portal.Settings, asynchronously; stays dark when there is
    /// no portal.
    void followSystem();
    bool followsSystem() const;
    /// Nothing blinks or moves by itself: what the user chose, else the desktop's reduced-motion, whatever the theme
    /// (WCAG 2.3; tokens.json "motion").
    bool reducesMotion() const { return m_motionChoice.value_or(m_desktopReduces); }
    /// nullopt: as the desktop.
    void chooseReducedMotion(std::optional<bool> reduced);
    /// Multiplies font sizes and heights; cut to 0.8 … 2.0.
    void setFactor(double factor);
    double factor() const { return m_factor; }

    ThemeId id() const { return m_id; }
    bool isDark() const { return m_id != ThemeId::Light && m_id != ThemeId::HcLight; }
    bool isHighContrast() const { return m_id == ThemeId::HcDark || m_id == ThemeId::HcLight; }

    const ThemeColors &colors() const;
    const SurfaceColors &surface() const { return colors().surface; }
    const BorderColors &border() const { return colors().border; }
    const TextColors &text() const { return colors().text; }
    const AccentColors &accent() const { return colors().accent; }
    const ChartColors &chart() const { return colors().chart; }
    const SeverityColors &severity(SeverityLook look) const { return colors().severity[std::size_t(look)]; }
    /// Series colours repeat after eight (tokens.json "chart.beyond"; dash patterns tell them apart).
    QColor series(std::size_t index) const { return colors().series[index % 8]; }
    QPalette palette() const;

    /// For text.
    QFont ui(FontRole role) const;
    /// For every number that changes in place: all digits have the same width.
    QFont numeric(FontRole role) const;
    /// Line height in pixels that goes with a role.
    int lineHeight(FontRole role) const;

    /// `size` at factor 1.0, as it is now.
    int px(double size) const;
    int rowHeight() const { return px(28); }
    int controlHeight() const { return px(28); }
    static constexpr int chipRadius = 3;
    static constexpr int controlRadius = 4;
    static constexpr int panelRadius = 6;
    static constexpr int dialogRadius = 8;
    static constexpr int panelPadding = 12;
    static constexpr int panelGap = 8;
    static constexpr int pageMargin = 16;
    static constexpr int focusRing = 2;
    static constexpr double chartLineWidth = 1.5;

Q_SIGNALS:
    /// Colours, fonts or the factor changed. Sent after palette and fonts of the application are set.
    void changed();

private:
    friend class DesktopPreference;
    void take(ThemeId id);
    void watchDesktop();
    void desktopChanged();
    void applyToApplication();

    struct Tokens;
    std::unique_ptr<const Tokens> m_tokens;
    class DesktopPreference *m_desktop {nullptr};
    QApplication *m_app {nullptr};
    QPointer<QStyle> m_style; ///< the application owns it
    ThemeId m_id {ThemeId::Dark};
    double m_factor {1.0};
    bool m_follows {false};
    bool m_desktopReduces {false};
    std::optional<bool> m_motionChoice;
};

} // namespace vigie
