package org.billingsso.directory;

import java.util.List;

/**
 * A platform's part of the directory: what accounts it has and what must be true of them.
 *
 * @param name the key below which the file has them, such as {@code chargebee}
 * @param type what they are read as; the parameters of its constructor are the keys below
 * @param rules with paths that begin at this section
 */
public record DirectorySection<S>(String name, Class<S> type, List<Rule> rules) {}
