package org.billingsso.http;

import java.time.InstantSource;
import org.billingsso.journal.Outcomes;

/**
 * What the routes of one world share.
 *
 * @param clock tells what a request takes for the time
 * @param outcomes is told what came of each request
 */
public record Scope(InstantSource clock, Outcomes outcomes) {}
