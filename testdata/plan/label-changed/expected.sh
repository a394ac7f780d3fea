#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# patch volume data: label team "shop" becomes "payments"
# keep claim shop/pvc-data: it is as the spec says
set -eu

printf '%s\n' '1/1 Change volume data'
# label team "shop" becomes "payments"
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'v-data' ]; then
  kubectl patch pv/data --type=merge '--patch={"metadata":{"labels":{"team":"payments"}}}'
fi

printf '%s\n' 'done'
