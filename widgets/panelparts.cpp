// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelparts.h"

#include "widgets/icons.h"
#include "widgets/severitychip.h"
#include "widgets/stylepainter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace vigie {

namespace {

QLabel *wrappedLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

PanelMessage::PanelMessage(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_what(wrappedLabel(QStringLiteral("panelWhat"), this))
    , m_advice(wrappedLabel(QStringLiteral("panelAdvice"), this))
    , m_idRow(new QWidget(this))
{
    setObjectName(QStringLiteral("panelMessage"));
    m_glyph = new QWidget(this);
    m_glyph->setFixedSize(theme.px(24), theme.px(24));
    m_id = new QLabel(m_idRow);
    m_id->setObjectName(QStringLiteral("panelErrorId"));
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy = new QToolButton(m_idRow);
    m_copy->setObjectName(QStringLiteral("panelCopyId"));
    m_copy->setIcon(themedIcon(theme, QStringLiteral("edit-copy")));
    m_next = new QPushButton(this);
    m_next->setObjectName(QStringLiteral("panelNextStep"));
    auto *idLayout = new QHBoxLayout(m_idRow);
    idLayout->setContentsMargins(0, 0, 0, 0);
    idLayout->addStretch(1);
    idLayout->addWidget(m_id);
    idLayout->addWidget(m_copy);
    idLayout->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::panelGap);
    layout->addStretch(1);
    layout->addWidget(m_glyph, 0, Qt::AlignHCenter);
    layout->addWidget(m_what);
    layout->addWidget(m_advice);
    layout->addWidget(m_idRow);
    layout->addWidget(m_next, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(m_next, &QPushButton::clicked, this, &PanelMessage::nextStep);
    connect(m_copy, &QToolButton::clicked, this, &PanelMessage::copyId);
    PanelMessage::themeChanged();
    PanelMessage::retranslate();
}

void PanelMessage::setMessage(SeverityLook look, const QString &icon, const Panel::Problem &problem)
{
    m_look = look;
    m_icon = icon;
    m_glyph->setVisible(icon != QLatin1String("none"));
    m_what->setText(problem.what);
    m_advice->setText(problem.advice);
    m_advice->setVisible(!problem.advice.isEmpty());
    m_id->setText(problem.id);
    m_idRow->setVisible(!problem.id.isEmpty());
    m_next->setText(problem.button);
    m_next->setVisible(!problem.button.isEmpty());
    setAccessibleName(QStringList({problem.what, problem.advice}).join(QChar(u' ')).trimmed());
    update();
}

void PanelMessage::copyId()
{
    QGuiApplication::clipboard()->setText(m_id->text());
}

void PanelMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect place = m_glyph->geometry();
    if (!m_glyph->isVisibleTo(this))
        return;
    if (m_icon.isEmpty())
        paintSeverityGlyph(painter, place, m_look, theme());
    else
        painter.drawPixmap(place.topLeft(),
                           iconPixmap(m_icon, place.width(), theme().text().secondary, devicePixelRatioF()));
}

void PanelMessage::themeChanged()
{
    m_what->setFont(theme().ui(FontRole::BodyStrong));
    m_id->setFont(theme().ui(FontRole::Code));
    m_glyph->setFixedSize(theme().px(24), theme().px(24));
    QPalette quiet = m_advice->palette();
    quiet.setColor(QPalette::WindowText, theme().text().secondary);
    m_advice->setPalette(quiet);
    m_id->setPalette(quiet);
}

void PanelMessage::retranslate()
{
    m_copy->setAccessibleName(tr("Copy the error id"));
    m_copy->setToolTip(m_copy->accessibleName());
    m_id->setAccessibleName(tr("Error id"));
}

PanelSkeleton::PanelSkeleton(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(QStringLiteral("panelSkeleton"));
    PanelSkeleton::retranslate();
}

void PanelSkeleton::retranslate()
{
    setAccessibleName(tr("Loading"));
}

void PanelSkeleton::paintEvent(QPaintEvent *)
{
    // Widths of text-like rows; the pattern repeats.
    static constexpr std::array<double, 5> shares {0.82, 0.64, 0.74, 0.5, 0.69};
    QPainter painter(this);
    const int pitch = theme().rowHeight();
    const int bar = theme().px(10);
    const double room = width() - 2.0 * Theme::panelPadding;
    std::size_t row = 0;
    for (int y = Theme::panelPadding; y + bar < height(); y += pitch, ++row) {
        const QRectF rect(Theme::panelPadding, y, room * shares[row % shares.size()], bar);
        drawRounded(painter, rect, bar / 2.0, theme().border().weak);
    }
}

void FadedEffect::draw(QPainter *painter)
{
    QPoint offset;
    const QPixmap source = sourcePixmap(Qt::LogicalCoordinates, &offset);
    QImage image = source.toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grey = qGray(line[x]);
            line[x] = qRgba(grey, grey, grey, qAlpha(line[x]));
        }
    }
    painter->fillRect(QRectF(offset, image.deviceIndependentSize()), m_theme.surface().panel);
    painter->setOpacity(0.6);
    painter->drawImage(offset, image);
    painter->setOpacity(1);
}

PanelHatch::PanelHatch(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(QStringLiteral("panelHatch"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void PanelHatch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor line = theme().text().tertiary;
    line.setAlphaF(theme().isHighContrast() ? 0.45F : 0.22F);
    drawHatch(painter, rect(), line, 9);
}

} // namespace vigie
