/** What every page and API shares: reading what was sent, and saying what has to be mended. */
package se.varna.common.web;
