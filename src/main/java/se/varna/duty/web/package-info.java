/** The page where the city decides about days. */
package se.varna.duty.web;
