package org.billingsso.planhat;

import java.util.List;
import org.billingsso.config.Default;

/**
 * The Planhat portal of a company.
 *
 * @param slug its name in a URL
 * @param name its name on the page
 * @param endUsers ids of the company's end users who have access
 */
public record SharedPortal(
    String slug,
    String name,
    @Default("true") boolean enabled,
    List<String> endUsers,
    List<SharedContent> content) {}
