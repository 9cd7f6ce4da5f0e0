/** The page with the statistics, and the file to take along. */
package se.varna.statistics.web;
