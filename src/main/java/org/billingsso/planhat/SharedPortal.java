package org.billingsso.planhat;

import java.util.List;
import org.billingsso.config.Default;
import org.billingsso.config.Description;

/** The Planhat portal of a company. */
public record SharedPortal(
    @Description("its name in a URL") String slug,
    @Description("its name on the page") String name,
    @Default("true") boolean enabled,
    @Description("ids of the company's end users who have access") List<String> endUsers,
    @Description("what it shows") List<SharedContent> content) {}
