// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"

#include "widgets/theme.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace vigie {

namespace {

// Small sizes have a drawing of their own, the 16 px one; it serves until 22 fits.
QString iconPath(const QString &name, int size)
{
    const QString small = QString(QLatin1String(":/vigie/icons/16/") + name + QLatin1String(".svg"));
    const QString large = QString(QLatin1String(":/vigie/icons/22/") + name + QLatin1String(".svg"));
    const bool wantsLarge = size >= 20;
    if (QFile::exists(wantsLarge ? large : small))
        return wantsLarge ? large : small;
    if (QFile::exists(wantsLarge ? small : large))
        return wantsLarge ? small : large;
    return {};
}

// QtSvg ignores the style sheet behind currentColor and paints #232629: the colour is written into the source.
QByteArray recolored(QByteArray svg, const QColor &color)
{
    const QByteArray name = color.name().toLatin1();
    svg.replace("currentColor", name);
    svg.replace("#232629", name);
    return svg;
}

class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(const Theme &theme, QString name)
        : m_theme(theme)
        , m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const int side = std::min(rect.width(), rect.height());
        const QPixmap pixmap = rendered(side, mode, ratio);
        painter->drawPixmap(rect.center() - QPoint(side - 1, side - 1) / 2, pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return scaledPixmap(size, mode, {}, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt hands over the size in device pixels here.
        const int side = int(std::lround(std::min(size.width(), size.height()) / scale));
        return rendered(side, mode, scale);
    }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_theme, m_name); }
    QString iconName() override { return m_name; }

private:
    QPixmap rendered(int side, QIcon::Mode mode, qreal ratio)
    {
        const QColor color = mode == QIcon::Disabled ? m_theme.text().disabled : m_theme.text().secondary;
        // One picture per icon is kept: the usual case is the same size and colour again and again.
        if (m_last.isNull() || m_lastSide != side || m_lastColor != color || m_lastRatio != ratio) {
            m_last = iconPixmap(m_name, side, color, ratio);
            m_lastSide = side;
            m_lastColor = color;
            m_lastRatio = ratio;
        }
        return m_last;
    }

    const Theme &m_theme;
    QString m_name;
    QPixmap m_last;
    QColor m_lastColor;
    qreal m_lastRatio {0};
    int m_lastSide {0};
};

} // namespace

QIcon themedIcon(const Theme &theme, const QString &name)
{
    return iconPath(name, 16).isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(theme, name));
}

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    QFile file(iconPath(name, size));
    if (size <= 0 || file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(recolored(file.readAll(), color));
    const int side = int(std::ceil(size * devicePixelRatio));
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QStringList iconNames()
{
    QStringList names
        = QDir(QStringLiteral(":/vigie/icons/16")).entryList() + QDir(QStringLiteral(":/vigie/icons/22")).entryList();
    for (QString &name : names)
        name.chop(4);
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace vigie
