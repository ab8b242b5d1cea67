/**
 * Who exists: merchants with their customers, subscriptions and partners, sites, tenants and
 * accounts with the people in them, and what each person's billing pages show. A directory is read
 * from one YAML file, checked whole, and never changes afterwards; every lookup is one look into a
 * map.
 */
@NullMarked
package org.billingsso.directory;

import org.jspecify.annotations.NullMarked;
