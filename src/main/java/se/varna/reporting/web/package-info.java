/** Reporting an incident: the page for people, the API for other systems, and the receipt. */
package se.varna.reporting.web;
