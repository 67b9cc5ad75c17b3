// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/labels.h"
#include "backend/expr/ast.h"
#include "backend/expr/tokenstream.h"

#include <algorithm>

namespace vigie::exprdetail {

namespace {

constexpr std::size_t maxNodes = 500;
constexpr std::size_t maxLevels = 50;

struct Operator {
    std::string_view symbol;
    Op op;
};
constexpr Operator comparisonOperators[] {{.symbol = "==", .op = Op::Equal},  {.symbol = "!=", .op = Op::NotEqual},
                                          {.symbol = "<", .op = Op::Less},    {.symbol = "<=", .op = Op::LessEqual},
                                          {.symbol = ">", .op = Op::Greater}, {.symbol = ">=", .op = Op::GreaterEqual},
                                          {.symbol = "=~", .op = Op::Match},  {.symbol = "!~", .op = Op::NotMatch}};
constexpr std::string_view keywords[] {"and", "or", "not", "in", "true", "false"};

std::optional<Aggregate> aggregateOf(const Token &token)
{
    for (const Aggregate aggregate : {Aggregate::Min, Aggregate::Max, Aggregate::Avg, Aggregate::Count}) {
        if (token.isName(aggregateName(aggregate)))
            return aggregate;
    }
    return std::nullopt;
}

/// Recursive descent; one function a level of precedence, loosest first.
class Parser {
public:
    Parser(std::string_view text, const std::vector<Token> &tokens, const ExpressionOptions &options)
        : m_tokens(text, tokens)
        , m_options(options)
    {
    }

    Result<Parsed> run()
    {
        auto root = disjunction();
        if (!root)
            return tl::unexpected(root.error());
        if (m_tokens.peek().type != Token::Type::End)
            return unexpectedTail();
        return Parsed {.root = *std::move(root), .terms = std::move(m_terms)};
    }

private:
    tl::unexpected<Error> unexpectedTail() const
    {
        if (m_tokens.peek().isSymbol("="))
            return m_tokens.failHere(R"(unexpected "="; write "==" to compare)");
        if (m_tokens.peek().isSymbol("("))
            return m_tokens.failHere("there are no functions here");
        return m_tokens.expected("an operator or the end");
    }

    Result<Node> make(Op op, std::size_t offset, std::vector<Node> children = {})
    {
        if (++m_nodes > maxNodes)
            return failAt(m_tokens.text(), offset, "the expression has more than 500 parts");
        Node node;
        node.op = op;
        node.offset = offset;
        node.children = std::move(children);
        return node;
    }

    /// a KEYWORD b KEYWORD c as one node.
    Result<Node> chain(std::string_view keyword, Op op, Result<Node> (Parser::*next)())
    {
        auto first = (this->*next)();
        if (!first || !m_tokens.peek().isName(keyword))
            return first;
        const std::size_t offset = m_tokens.peek().offset;
        std::vector<Node> children {*std::move(first)};
        while (m_tokens.takeName(keyword)) {
            auto operand = (this->*next)();
            if (!operand)
                return operand;
            children.push_back(*std::move(operand));
        }
        return make(op, offset, std::move(children));
    }

    Result<Node> disjunction() { return chain("or", Op::Or, &Parser::conjunction); }
    Result<Node> conjunction() { return chain("and", Op::And, &Parser::negation); }

    Result<Node> negation()
    {
        if (!m_tokens.peek().isName("not"))
            return comparison();
        return deeper([this](std::size_t offset) { return unary(Op::Not, offset, &Parser::negation); });
    }

    Result<Node> unary(Op op, std::size_t offset, Result<Node> (Parser::*next)())
    {
        m_tokens.take();
        auto operand = (this->*next)();
        if (!operand)
            return operand;
        std::vector<Node> children {*std::move(operand)};
        return make(op, offset, std::move(children));
    }

    template<typename Inner>
    Result<Node> deeper(Inner inner)
    {
        if (m_level == maxLevels)
            return m_tokens.failHere("nested deeper than 50 levels");
        ++m_level;
        auto node = inner(m_tokens.peek().offset);
        --m_level;
        return node;
    }

    std::optional<Op> takeComparison()
    {
        const Token &token = m_tokens.peek();
        if (token.isName("in")) {
            m_tokens.take();
            return Op::In;
        }
        if (token.isName("not") && m_tokens.peek(1).isName("in")) {
            m_tokens.take();
            m_tokens.take();
            return Op::NotIn;
        }
        for (const Operator &candidate : comparisonOperators) {
            if (m_tokens.takeSymbol(candidate.symbol))
                return candidate.op;
        }
        return std::nullopt;
    }

    Result<Node> comparison()
    {
        auto left = sum();
        if (!left)
            return left;
        const std::size_t offset = m_tokens.peek().offset;
        const auto op = takeComparison();
        if (!op)
            return left;
        const std::size_t rightOffset = m_tokens.peek().offset;
        auto right = sum();
        if (!right)
            return right;
        const std::size_t after = m_tokens.peek().offset;
        if (takeComparison())
            return failAt(m_tokens.text(), after, "comparisons do not chain; join them with \"and\"");
        std::vector<Node> children {*std::move(left), *std::move(right)};
        auto node = make(*op, offset, std::move(children));
        if (node && (*op == Op::Match || *op == Op::NotMatch))
            return withRegex(*std::move(node), rightOffset);
        return node;
    }

    Result<Node> withRegex(Node node, std::size_t rightOffset)
    {
        const Node &pattern = node.children[1];
        if (pattern.op != Op::Literal || pattern.literal.kind() != Value::Kind::String)
            return failAt(m_tokens.text(), rightOffset, "a pattern must be a quoted text");
        auto regex = Regex::compile(pattern.literal.toString());
        if (!regex)
            return failAt(m_tokens.text(), rightOffset, regex.error().detail);
        node.regex = *std::move(regex);
        return node;
    }

    Result<Node> leftAssociative(std::initializer_list<Operator> operators, Result<Node> (Parser::*next)())
    {
        auto left = (this->*next)();
        while (left) {
            const std::size_t offset = m_tokens.peek().offset;
            const auto found = std::ranges::find_if(
                operators, [this](const Operator &candidate) { return m_tokens.takeSymbol(candidate.symbol); });
            if (found == operators.end())
                return left;
            auto right = (this->*next)();
            if (!right)
                return right;
            std::vector<Node> children {*std::move(left), *std::move(right)};
            left = make(found->op, offset, std::move(children));
        }
        return left;
    }

    Result<Node> sum()
    {
        return leftAssociative({{.symbol = "+", .op = Op::Add}, {.symbol = "-", .op = Op::Subtract}}, &Parser::product);
    }
    Result<Node> product()
    {
        return leftAssociative({{.symbol = "*", .op = Op::Multiply}, {.symbol = "/", .op = Op::Divide}},
                               &Parser::signedOperand);
    }

    Result<Node> signedOperand()
    {
        if (!m_tokens.peek().isSymbol("-"))
            return operand();
        return deeper([this](std::size_t offset) { return unary(Op::Negate, offset, &Parser::signedOperand); });
    }

    Result<Node> operand()
    {
        const Token &token = m_tokens.peek();
        switch (token.type) {
        case Token::Type::Number:
            return literal(Value(token.number));
        case Token::Type::String:
            return literal(Value(token.text));
        case Token::Type::Name:
            return named();
        case Token::Type::Symbol:
            if (token.text == "(" || token.text == "[")
                return deeper(
                    [this](std::size_t offset) { return m_tokens.peek().text == "(" ? group() : list(offset); });
            if (token.text == "{" && m_options.series)
                return seriesTerm(Aggregate::Last, token.offset);
            break;
        case Token::Type::End:
            break;
        }
        return m_tokens.expected("a value");
    }

    Result<Node> literal(Value value)
    {
        auto node = make(Op::Literal, m_tokens.take().offset);
        if (node)
            node->literal = std::move(value);
        return node;
    }

    Result<Node> group()
    {
        m_tokens.take();
        auto inner = disjunction();
        if (inner && !m_tokens.takeSymbol(")"))
            return m_tokens.expected("\")\"");
        return inner;
    }

    Result<Node> list(std::size_t offset)
    {
        m_tokens.take();
        std::vector<Node> children;
        while (!m_tokens.takeSymbol("]")) {
            auto item = sum();
            if (!item)
                return item;
            children.push_back(*std::move(item));
            if (!m_tokens.takeSymbol(",") && !m_tokens.peek().isSymbol("]"))
                return m_tokens.expected(R"("," or "]")");
        }
        return make(Op::List, offset, std::move(children));
    }

    Result<Node> named()
    {
        const Token &token = m_tokens.peek();
        if (token.text == "true" || token.text == "false")
            return literal(Value(token.text == "true"));
        if (std::ranges::find(keywords, token.text) != std::end(keywords))
            return m_tokens.expected("a value");
        if (m_options.series) {
            const auto aggregate = aggregateOf(token);
            if (aggregate && m_tokens.peek(1).isSymbol("("))
                return aggregated(*aggregate);
            if (m_tokens.peek(1).isSymbol("{") || !isField(token.text))
                return seriesTerm(Aggregate::Last, token.offset);
        }
        return fieldAccess();
    }

    bool isField(const std::string &root) const
    {
        return std::ranges::find(m_options.fields, root) != m_options.fields.end();
    }

    Result<Node> fieldAccess()
    {
        auto node = make(Op::Field, m_tokens.peek().offset);
        if (!node)
            return node;
        node->path.push_back(m_tokens.take().text);
        for (;;) {
            if (m_tokens.takeSymbol(".")) {
                if (m_tokens.peek().type != Token::Type::Name)
                    return m_tokens.expected("a name after \".\"");
                node->path.push_back(m_tokens.take().text);
            } else if (m_tokens.peek().isSymbol("[")) {
                m_tokens.take();
                if (m_tokens.peek().type != Token::Type::String)
                    return m_tokens.expected("a quoted name, as in labels[\"job\"]");
                node->path.push_back(m_tokens.take().text);
                if (!m_tokens.takeSymbol("]"))
                    return m_tokens.expected("\"]\"");
            } else {
                return node;
            }
        }
    }

    Result<Node> aggregated(Aggregate aggregate)
    {
        const std::size_t offset = m_tokens.take().offset;
        m_tokens.take();
        auto node = seriesTerm(aggregate, offset);
        if (!node)
            return node;
        if (!m_tokens.takeSymbol(","))
            return m_tokens.expected("\", WINDOW\", as in avg(host_load1, 5m)");
        const Token &window = m_tokens.peek();
        if (window.type != Token::Type::Number)
            return m_tokens.expected("a duration");
        if (window.number < 0.001 || window.number > 31.0 * 86'400)
            return m_tokens.failHere("a window is between 1ms and 31d");
        m_terms[node->term].window = Duration(static_cast<std::int64_t>(m_tokens.take().number * 1e6));
        if (!m_tokens.takeSymbol(")"))
            return m_tokens.expected("\")\"");
        return node;
    }

    Result<Node> seriesTerm(Aggregate aggregate, std::size_t offset)
    {
        auto selector = SelectorReader::read(m_tokens);
        if (!selector)
            return tl::unexpected(selector.error());
        auto node = make(Op::Series, offset);
        if (!node)
            return node;
        node->term = m_terms.size();
        m_terms.push_back({*std::move(selector), aggregate, Duration(0), m_terms.size()});
        return node;
    }

    TokenStream m_tokens;
    const ExpressionOptions &m_options;
    std::vector<SeriesTerm> m_terms;
    std::size_t m_nodes {0};
    std::size_t m_level {0};
};

} // namespace

Result<Parsed> parseExpression(std::string_view text, const ExpressionOptions &options)
{
    const auto tokens = tokenize(text);
    if (!tokens)
        return tl::unexpected(tokens.error());
    return Parser(text, *tokens, options).run();
}

} // namespace vigie::exprdetail
