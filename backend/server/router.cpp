// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/router.h"

namespace vigie {

namespace {
std::vector<std::string_view> splitPath(std::string_view path)
{
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        out.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return out;
}

bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{';
}
} // namespace

void Router::add(Method method, std::string pattern, RouteInfo info, Handler handler)
{
    Route &route = m_routes.emplace_back();
    route.method = method;
    route.info = std::move(info);
    route.handler = std::move(handler);
    route.index = m_routes.size() - 1;
    Methods *methods = nullptr;
    if (pattern.find('{') == std::string::npos) {
        methods = &m_exact[pattern];
    } else {
        std::vector<std::string> segments;
        for (const std::string_view segment : splitPath(pattern))
            segments.emplace_back(segment);
        for (Pattern &known : m_patterns) {
            if (known.segments == segments)
                methods = &known.methods;
        }
        if (methods == nullptr) {
            m_patterns.push_back({std::move(segments), {}});
            methods = &m_patterns.back().methods;
        }
    }
    (*methods)[static_cast<std::size_t>(method)] = &route;
    if (method == Method::Get && !route.info.webSocket)
        (*methods)[static_cast<std::size_t>(Method::Head)] = &route;
    route.pattern = std::move(pattern);
}

void Router::addWebSocket(std::string pattern, std::string operation)
{
    RouteInfo info;
    info.operation = std::move(operation);
    info.webSocket = true;
    add(Method::Get, std::move(pattern), std::move(info), {});
}

Router::Match Router::choose(const Methods &methods, Method method)
{
    Match out;
    out.route = methods[static_cast<std::size_t>(method)];
    if (out.route != nullptr)
        return out;
    for (std::size_t i = 0; i < methodCount; ++i) {
        if (methods[i] != nullptr)
            out.allow += std::string(methodName(static_cast<Method>(i))) + ", ";
    }
    out.allow += methodName(Method::Options);
    return out;
}

Result<Router::Match> Router::find(Method method, std::string_view path, NameValues &params) const
{
    params.clear();
    if (const auto exact = m_exact.find(path); exact != m_exact.end())
        return choose(exact->second, method);
    if (path.empty() || path.front() != '/')
        return Match {};
    const auto segments = splitPath(path);
    for (const Pattern &pattern : m_patterns) {
        if (pattern.segments.size() != segments.size())
            continue;
        bool fits = true;
        for (std::size_t i = 0; fits && i < segments.size(); ++i)
            fits = isParameter(pattern.segments[i]) ? !segments[i].empty() : pattern.segments[i] == segments[i];
        if (!fits)
            continue;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            if (!isParameter(pattern.segments[i]))
                continue;
            std::string name = pattern.segments[i].substr(1, pattern.segments[i].size() - 2);
            auto value = percentDecoded(segments[i], name, false);
            if (!value)
                return tl::unexpected(value.error());
            params.emplace_back(std::move(name), *std::move(value));
        }
        return choose(pattern.methods, method);
    }
    return Match {};
}

} // namespace vigie
