// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uicontext.h"
#include "widgets/panel.h"

#include <vector>

class QFormLayout;
class QLabel;

namespace vigie {

/// A form of facts that can be selected and copied; "–" where a fact is not known.
class FactsPanel : public Panel {
    Q_OBJECT
public:
    explicit FactsPanel(Theme &theme, QWidget *parent = nullptr);

protected:
    struct Fact {
        QString name;
        QString value;
    };
    /// Keeps what is selected where the text stays the same.
    void setFacts(const std::vector<Fact> &facts);
    void themeChanged() override;

private:
    QFormLayout *m_form;
    std::vector<QLabel *> m_names;
    std::vector<QLabel *> m_values;
};

/// Where this console keeps things, and what it knows of the daemon behind it.
class DataSettings : public FactsPanel {
    Q_OBJECT
public:
    explicit DataSettings(UiContext &context, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void showFacts();
    UiContext &m_context;
};

/// Version, licence, parts.
class AboutSettings : public FactsPanel {
    Q_OBJECT
public:
    explicit AboutSettings(UiContext &context, QWidget *parent = nullptr);

protected:
    void retranslate() override;
};

} // namespace vigie
