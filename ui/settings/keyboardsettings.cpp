// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keyboardsettings.h"

#include "ui/models/texttablemodel.h"
#include "ui/shell/actionregistry.h"
#include "ui/tables/tablesetup.h"
#include "widgets/accessiblenames.h"
#include "widgets/livetableview.h"
#include "widgets/tabledelegate.h"
#include "widgets/vigiestyle.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

KeyboardSettings::KeyboardSettings(UiContext &context, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_context(context)
    , m_model(new TextTableModel(this))
{
    setObjectName(QStringLiteral("settings.keyboard"));
    build();
    retranslate();
    connect(&context.actions, &ActionRegistry::changed, this, &KeyboardSettings::showActions);
}

void KeyboardSettings::build()
{
    m_model->setHeaders({tr("Keys"), tr("Action"), tr("Where")});
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, Theme::panelPadding);
    layout->setSpacing(Theme::panelGap);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Theme::panelPadding, 0, Theme::panelPadding, 0);
    m_filter = new QLineEdit(content);
    m_filter->setObjectName(QStringLiteral("settings.keyFilter"));
    m_filter->setClearButtonEnabled(true);
    m_resetAll = new QPushButton(content);
    m_resetAll->setObjectName(QStringLiteral("settings.resetAllKeys"));
    head->addWidget(m_filter, 1);
    head->addWidget(m_resetAll);
    m_table = new LiveTableView(theme(), content);
    m_table->setObjectName(QStringLiteral("settings.keyTable"));
    m_table->setAutomaticHold(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setIdRole(TextTableModel::IdRole);
    m_table->setColumns({{.width = 110}, {.width = 200, .stretches = true, .minimum = 120}, {.width = 110}});
    auto *delegate = new TableDelegate(theme(), {}, m_table);
    delegate->setColumnKind(0, CellKind::Time);
    delegate->setColumnKind(1, CellKind::Primary);
    m_table->setItemDelegate(delegate);
    m_table->setMinimumHeight(theme().px(240));
    followRowDensity(*m_table, m_context);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    layout->addWidget(buildEditor(content));
    setContent(content, false);
    connect(m_filter, &QLineEdit::textChanged, this, &KeyboardSettings::showActions);
    connect(m_resetAll, &QPushButton::clicked, this, [this] { m_context.actions.resetAllKeys(); });
    connect(m_table, &LiveTableView::currentRowChanged, this, &KeyboardSettings::updateButtons);
    connect(m_table, &LiveTableView::openRequested, this, [this] { m_keys->setFocus(); });
}

QWidget *KeyboardSettings::buildEditor(QWidget *content)
{
    auto *editor = new QWidget(content);
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins(Theme::panelPadding, 0, Theme::panelPadding, 0);
    auto *line = new QHBoxLayout;
    m_prompt = new QLabel(editor);
    m_keys = new QKeySequenceEdit(editor);
    m_keys->setObjectName(QStringLiteral("settings.keyEdit"));
    m_keys->setMaximumWidth(theme().px(180));
    m_prompt->setBuddy(m_keys);
    m_apply = new QPushButton(editor);
    m_apply->setObjectName(QStringLiteral("settings.applyKeys"));
    setButtonLook(*m_apply, ButtonLook::Primary);
    m_clear = new QPushButton(editor);
    m_clear->setObjectName(QStringLiteral("settings.clearKeys"));
    m_reset = new QPushButton(editor);
    m_reset->setObjectName(QStringLiteral("settings.resetKeys"));
    for (QWidget *widget : std::initializer_list<QWidget *> {m_prompt, m_keys, m_apply, m_clear, m_reset})
        line->addWidget(widget);
    line->addStretch(1);
    m_message = new QLabel(editor);
    m_message->setObjectName(QStringLiteral("settings.keyMessage"));
    m_message->setWordWrap(true);
    layout->addLayout(line);
    layout->addWidget(m_message);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, [this] { m_message->clear(); });
    connect(m_apply, &QPushButton::clicked, this, &KeyboardSettings::takeKeys);
    connect(m_clear, &QPushButton::clicked, this, [this] { setKeys({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_context.actions.resetKeys(chosen());
        updateButtons();
    });
    return editor;
}

QString KeyboardSettings::chosen() const
{
    return m_table->currentId();
}

void KeyboardSettings::showActions()
{
    const QStringList words = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<TextRow> rows;
    for (const QString &id : m_context.actions.ids()) {
        const ActionSpec *spec = m_context.actions.find(id);
        if (!spec)
            continue;
        TextRow row;
        row.id = id;
        row.cells = {m_context.actions.shownKeys(id), m_context.actions.title(id),
                     spec->category ? spec->category() : QString()};
        const QString text = row.cells.join(QLatin1Char(' '));
        if (std::ranges::all_of(words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            rows.push_back(std::move(row));
    }
    // What has keys first: a screen full of empty cells tells nothing.
    // NOLINTNEXTLINE(modernize-use-ranges): clang 14 cannot read a subrange of g++ 12
    std::stable_partition(rows.begin(), rows.end(), [](const TextRow &row) { return !row.cells.front().isEmpty(); });
    m_model->sync(std::move(rows));
    setCaption(tr("%n actions", nullptr, m_model->rowCount()));
    updateButtons();
}

void KeyboardSettings::updateButtons()
{
    const QString id = chosen();
    const bool some = !id.isEmpty();
    m_keys->setEnabled(some);
    m_apply->setEnabled(some);
    m_clear->setEnabled(some && !m_context.actions.keys(id).isEmpty());
    m_reset->setEnabled(some && m_context.actions.isRebound(id));
    m_keys->setKeySequence(QKeySequence(some ? m_context.actions.keys(id) : QString(), QKeySequence::PortableText));
    if (auto *edit = m_keys->findChild<QLineEdit *>())
        edit->setPlaceholderText(tr("Press keys")); // Qt's own words, back with every new sequence, do not fit
    m_message->setText(some ? QString() : tr("Choose an action above, then press the keys you want."));
}

void KeyboardSettings::takeKeys()
{
    const QString keys = m_keys->keySequence().toString(QKeySequence::PortableText);
    if (keys.isEmpty()) {
        m_message->setText(tr("Press the keys first; one after another makes a sequence."));
        return;
    }
    setKeys(keys);
}

void KeyboardSettings::setKeys(const QString &keys)
{
    const QString id = chosen();
    if (id.isEmpty())
        return;
    const QString conflict = keys.isEmpty() ? QString() : m_context.actions.conflict(id, keys);
    if (!conflict.isEmpty()) {
        m_message->setText(tr("%1 already means “%2”. Nothing was changed.")
                               .arg(shownKeySequence(keys), m_context.actions.title(conflict)));
        return;
    }
    if (m_context.actions.rebind(id, keys)) {
        updateButtons();
        m_message->setText(keys.isEmpty() ? tr("The action has no keys now.")
                                          : tr("Done: %1.").arg(shownKeySequence(keys)));
    }
}

void KeyboardSettings::retranslate()
{
    Panel::retranslate();
    setTitle(tr("Keyboard"));
    m_model->setHeaders({tr("Keys"), tr("Action"), tr("Where")});
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_filter->setPlaceholderText(tr("Find an action or keys"));
    m_filter->setAccessibleName(tr("Find an action or keys"));
    nameClearButton(*m_filter);
    m_prompt->setText(tr("New keys"));
    m_keys->setAccessibleName(tr("New keys"));
    if (auto *edit = m_keys->findChild<QLineEdit *>())
        edit->setAccessibleName(m_keys->accessibleName()); // it has the focus
    m_apply->setText(tr("Use these"));
    m_clear->setText(tr("No keys"));
    m_reset->setText(tr("As delivered"));
    m_resetAll->setText(tr("All as delivered"));
    showActions();
}

} // namespace vigie
