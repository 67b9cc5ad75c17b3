// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the host collector that walk over filesystems, disks and interfaces.
#include "backend/monitoring/hostcollector.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {
/// Filesystems with room of their own that answers at once.
bool isLocalFilesystem(std::string_view type, std::string_view mountPoint)
{
    static constexpr std::array<std::string_view, 16> types {
        "ext2", "ext3",  "ext4", "xfs",   "btrfs",   "zfs",      "f2fs",     "jfs",
        "vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "reiserfs", "bcachefs", "nilfs2"};
    // A container's root is an overlay on a local disk; all other overlays repeat what is counted already.
    if (type == "overlay")
        return mountPoint == "/";
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool isInside(std::string_view path, std::string_view folder)
{
    return path == folder || (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

bool isOthersMount(std::string_view path)
{
    static constexpr std::array<std::string_view, 7> folders {
        "/var/lib/docker", "/var/lib/containers", "/var/lib/kubelet", "/run", "/snap", "/proc", "/sys"};
    return std::any_of(folders.begin(), folders.end(), [path](std::string_view f) { return isInside(path, f); });
}

/// "\040" and the like in /proc/mounts (getmntent(3)).
std::string unescapeMount(std::string_view text)
{
    std::string out;
    const auto isOctal = [](char c) { return c >= '0' && c <= '7'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size() && isOctal(text[i + 1]) && isOctal(text[i + 2])
            && isOctal(text[i + 3])) {
            out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

struct HostMount {
    std::string point;
    std::string type;
};

/// By device, each with the shortest of its mount points.
std::map<std::string, HostMount> readMounts(std::string_view text)
{
    std::map<std::string, HostMount> mounts;
    while (!text.empty()) {
        std::string_view line = takeLine(text);
        const std::string device = unescapeMount(takeWord(line));
        const std::string point = unescapeMount(takeWord(line));
        const std::string_view type = takeWord(line);
        if (point.empty() || !isLocalFilesystem(type, point) || isOthersMount(point))
            continue;
        const auto [found, isNew] = mounts.try_emplace(device, HostMount {point, std::string(type)});
        if (!isNew && point.size() < found->second.point.size())
            found->second.point = point;
    }
    return mounts;
}

bool isWatchedDisk(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> left {"loop", "ram", "zram", "sr", "fd"};
    return std::none_of(left.begin(), left.end(), [name](std::string_view prefix) { return name.starts_with(prefix); });
}
} // namespace

void HostCollector::collectFilesystems()
{
    const auto text = m_files.read("/proc/self/mounts");
    if (!text)
        return;
    for (const auto &[device, mount] : readMounts(*text)) {
        const auto usage = m_usageOf(m_files.pathOf(mount.point));
        if (!usage || usage->totalBytes == 0)
            continue;
        const LabelSet labels {{"device", device}, {"fstype", mount.type}, {"mountpoint", mount.point}};
        add("host_filesystem_size_bytes", static_cast<double>(usage->totalBytes), labels);
        add("host_filesystem_free_bytes", static_cast<double>(usage->availableBytes), labels);
        // As df(1) counts: what is kept for root is neither used nor free.
        const auto used = static_cast<double>(usage->totalBytes - std::min(usage->freeBytes, usage->totalBytes));
        const double reachable = used + static_cast<double>(usage->availableBytes);
        add("host_filesystem_used_ratio", reachable > 0 ? used / reachable : 1.0, labels);
        if (usage->totalInodes > 0) {
            const auto inodes = static_cast<double>(usage->totalInodes);
            add("host_filesystem_inodes_used_ratio", 1 - static_cast<double>(usage->freeInodes) / inodes, labels);
        }
    }
}

void HostCollector::collectDisks()
{
    static constexpr std::uint64_t sectorBytes = 512; // whatever the device's own sectors are (kernel, iostats.rst)
    auto text = m_files.read("/proc/diskstats");
    if (!text)
        return;
    while (!text->empty()) {
        std::string_view line = takeLine(*text);
        takeWord(line);
        takeWord(line);
        const std::string name(takeWord(line));
        std::array<std::uint64_t, 11> fields {};
        for (std::uint64_t &field : fields)
            field = parseUnsigned(takeWord(line)).value_or(0);
        const bool used = fields[0] + fields[4] > 0;
        // Only whole devices have a folder there, partitions do not.
        if (name.empty() || !used || !isWatchedDisk(name) || !m_files.exists("/sys/block/" + name))
            continue;
        const LabelSet labels {{"device", name}};
        if (const auto bytes = rate("disk read " + name, fields[2] * sectorBytes))
            add("host_disk_read_bytes_per_second", *bytes, labels);
        if (const auto bytes = rate("disk write " + name, fields[6] * sectorBytes))
            add("host_disk_write_bytes_per_second", *bytes, labels);
        if (const auto busyMillis = rate("disk busy " + name, fields[9]))
            add("host_disk_busy_ratio", std::min(1.0, *busyMillis / 1000), labels);
    }
}

void HostCollector::collectNetwork()
{
    auto text = m_files.read("/proc/net/dev");
    if (!text)
        return;
    while (!text->empty()) {
        const std::string_view line = takeLine(*text);
        const std::size_t colon = line.rfind(':');
        if (colon == std::string_view::npos)
            continue;
        std::string_view before = line.substr(0, colon);
        const std::string name(takeWord(before));
        if (name.empty() || name == "lo" || name.starts_with("veth"))
            continue;
        std::string_view numbers = line.substr(colon + 1);
        std::array<std::uint64_t, 16> fields {};
        for (std::uint64_t &field : fields)
            field = parseUnsigned(takeWord(numbers)).value_or(0);
        const LabelSet labels {{"device", name}};
        if (const auto bytes = rate("net in " + name, fields[0]))
            add("host_network_receive_bytes_per_second", *bytes, labels);
        if (const auto bytes = rate("net out " + name, fields[8]))
            add("host_network_transmit_bytes_per_second", *bytes, labels);
        if (const auto errors = rate("net errors " + name, fields[2] + fields[10]))
            add("host_network_errors_per_second", *errors, labels);
    }
}

} // namespace vigie
